from adgen_app.domain.storyboard import Finish, Storyboard
from adgen_app.studio import fingerprint
from adgen_app.studio.chunks import Chunk, chunks
from adgen_app.studio.spoken import spoken
from tests.studio.boards import COFFEE, SAID, speaking


def touched(before: Storyboard, after: Storyboard) -> list[Chunk]:
    return [one for one in chunks(before) if fingerprint.chunk(before, *one) != fingerprint.chunk(after, *one)]


def test_another_word_touches_only_the_chunks_that_show_its_phrase() -> None:
    before, after = speaking(COFFEE), speaking(COFFEE, SAID.replace("single", "lovely"))
    changed = [caption for caption in spoken(after, 0, 450) if "lovely" in caption.phrase.text]
    wanted = [one for one in chunks(before) if any(one.first < each.last and each.first < one.last for each in changed)]
    assert touched(before, after) == wanted
    assert 0 < len(wanted) < len(chunks(before)) / 2


def test_a_word_that_is_said_later_touches_only_what_it_lights() -> None:
    before = speaking(COFFEE)
    line = before.voice[0]
    word = line.words[4].model_copy(update={"start": line.words[4].start + 0.2})
    words = (*line.words[:4], word, *line.words[5:])
    after = before.model_copy(update={"voice": (line.model_copy(update={"words": words}),)})
    lit = round((line.start + line.words[4].start) * 30)
    assert [one for one in touched(before, after) if not one.first - 6 <= lit <= one.last] == []
    assert touched(before, after)


def test_another_recording_of_the_same_words_touches_no_picture() -> None:
    before = speaking(COFFEE)
    line = before.voice[0].model_copy(update={"voice": "f" * 64 + ".m4a"})
    after = before.model_copy(update={"voice": (line,)})
    assert touched(before, after) == []
    assert fingerprint.sound(before) != fingerprint.sound(after)


def test_captions_that_are_left_off_are_no_different_from_none() -> None:
    off = speaking(COFFEE).model_copy(update={"finish": Finish(captions=False)})
    assert touched(COFFEE, off) == []
    assert touched(COFFEE, speaking(COFFEE)) == chunks(COFFEE)
