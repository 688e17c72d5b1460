import numpy as np
import pytest

from adgen_app.studio.audio.level import loudness, peaks, true_peak
from adgen_app.studio.audio.wave import RATE, Sound, seconds


def tone(hertz: float, length: float, level_db: float, phase: float = 0.0, channels: int = 2) -> Sound:
    mono = 10 ** (level_db / 20) * np.sin(2 * np.pi * hertz * seconds(length) + phase)
    return np.repeat(mono[:, None], channels, axis=1).astype(np.float32)


@pytest.mark.parametrize("level_db", [-40.0, -23.0, 0.0])
def test_a_reference_tone_reads_as_the_standard_says(level_db: float) -> None:
    assert loudness(tone(997, 5, level_db)) == pytest.approx(level_db, abs=0.01)
    assert loudness(tone(997, 5, level_db, channels=1)) == pytest.approx(level_db - 3.01, abs=0.01)


def test_the_ear_hears_bass_less_and_treble_more() -> None:
    middle = loudness(tone(997, 3, -20))
    assert loudness(tone(40, 3, -20)) < middle - 3
    assert loudness(tone(6_000, 3, -20)) == pytest.approx(middle + 3.3, abs=0.4)


def test_quiet_passages_do_not_count() -> None:
    """Minimum requirements of EBU Tech 3341, signal 3: -36, -23, -36 LUFS read -23."""
    parts = [tone(1000, 10, -36), tone(1000, 60, -23), tone(1000, 10, -36)]
    assert loudness(np.concatenate(parts)) == pytest.approx(-23, abs=0.1)


def test_silence_has_no_loudness() -> None:
    silence = np.zeros((RATE, 2), np.float32)
    assert (loudness(silence), true_peak(silence)) == (-np.inf, -180)


@pytest.mark.parametrize("phase", [0.0, np.pi / 4, 1.0])
def test_peaks_between_the_samples_are_found(phase: float) -> None:
    """Sampled four times a period, a tone's samples may all miss its peak by 3 dB."""
    sound = tone(RATE / 4, 1, -6, phase)
    assert true_peak(sound[1000:-1000]) == pytest.approx(-6, abs=0.2)
    assert len(peaks(sound)) == len(sound)
