"""What each mood is played with."""

from dataclasses import dataclass

from adgen_app.domain.brand import MusicMood


@dataclass(frozen=True, slots=True)
class Mood:
    """A band and what it plays. Patterns have one letter for each sixteenth of a bar; `.` is silence."""

    tempo: tuple[int, int]
    """Slowest and fastest, in beats a minute; the tempo that puts the cuts on beats is taken."""
    chords: tuple[tuple[int, ...], ...]
    """One MIDI chord a bar, lowest note first."""
    voice: str
    """Instrument of the figure."""
    figure: str
    """`0` to `5` are notes of the chord from below, an octave up from 3 on."""
    kick: str
    back: str
    back_drum: str
    hats: str
    hat_drum: str
    kick_drum: str
    bass: str
    drive: float
    brightness: float
    pump: float
    room: float


MOODS: dict[MusicMood, Mood] = {
    MusicMood.LUXURY: Mood(
        (84, 98),
        ((50, 57, 60, 64), (46, 53, 57, 62), (55, 58, 62, 65), (45, 52, 55, 62)),
        "piano",
        "0...2...3..1....",
        "x.........x.....",
        "....x.......x...",
        "snap",
        "..x...x...x...x.",
        "shaker",
        "soft_kick",
        "x.........x.....",
        0.1,
        0.5,
        0.1,
        2.4,
    ),
    MusicMood.TECH: Mood(
        (112, 124),
        ((45, 52, 60, 64), (41, 48, 57, 60), (48, 55, 60, 64), (43, 50, 59, 62)),
        "saw",
        "0.2.3.2.4.3.2.3.",
        "x...x...x...x...",
        "....x.......x...",
        "clap",
        "..x...x...x...x.",
        "hat",
        "kick",
        "x..x..x...x..x..",
        0.6,
        0.62,
        0.45,
        1.2,
    ),
    MusicMood.ECO: Mood(
        (90, 104),
        ((48, 55, 59, 64), (45, 52, 60, 64), (41, 53, 57, 60), (43, 50, 59, 62)),
        "guitar",
        "0.2.3.4.2.3.4.3.",
        "x.......x.......",
        "....x.......x...",
        "snap",
        "x.x.x.x.x.x.x.x.",
        "shaker",
        "soft_kick",
        "x.....x.x.......",
        0.1,
        0.45,
        0.0,
        1.6,
    ),
    MusicMood.ENERGETIC: Mood(
        (122, 132),
        ((40, 52, 59, 64), (48, 55, 60, 64), (43, 55, 59, 62), (50, 54, 57, 62)),
        "saw",
        "3.33.4.33.33.5.4",
        "x...x...x...x...",
        "....x.......x...",
        "clap",
        "..x...x...x...xx",
        "open_hat",
        "kick",
        "..x...x...x...x.",
        0.85,
        0.72,
        0.6,
        1.0,
    ),
    MusicMood.CALM: Mood(
        (70, 82),
        ((53, 57, 60, 64), (50, 57, 60, 65), (46, 53, 57, 62), (48, 55, 60, 62)),
        "bell",
        "3.....4...2.....",
        "x...............",
        "................",
        "snap",
        "........x.......",
        "shaker",
        "soft_kick",
        "x.......x.......",
        0.0,
        0.4,
        0.0,
        2.8,
    ),
    MusicMood.PLAYFUL: Mood(
        (108, 120),
        ((43, 55, 59, 62), (40, 52, 55, 59), (48, 55, 60, 64), (50, 54, 57, 62)),
        "marimba",
        "0..2..3.4.3.2.3.",
        "x...x...x...x...",
        "....x.......x...",
        "snap",
        "x.xxx.xxx.xxx.xx",
        "shaker",
        "soft_kick",
        "x...x...x..xx...",
        0.3,
        0.4,
        0.15,
        1.0,
    ),
    MusicMood.DRAMATIC: Mood(
        (82, 96),
        ((48, 51, 55, 60), (44, 51, 56, 60), (41, 48, 53, 56), (43, 50, 55, 59)),
        "piano",
        "0.0.3.0.0.4.0.3.",
        "x.....x...x.....",
        "........x.......",
        "tom",
        "................",
        "hat",
        "tom",
        "x.......x.......",
        0.7,
        0.66,
        0.1,
        2.6,
    ),
    MusicMood.CORPORATE: Mood(
        (104, 116),
        ((50, 54, 57, 62), (47, 54, 59, 62), (43, 50, 59, 62), (45, 52, 57, 61)),
        "guitar",
        "3.3.4.3.3.3.5.4.",
        "x...x...x...x...",
        "....x.......x...",
        "clap",
        "..x...x...x...x.",
        "hat",
        "kick",
        "x.......x.....x.",
        0.3,
        0.55,
        0.25,
        1.4,
    ),
}
