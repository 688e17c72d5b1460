"""What a voice says over a scene."""

WORDS_PER_SECOND = 2.5
_LONGEST = 400


def narration(lines: tuple[str, ...], seconds: float, must: str = "") -> str:
    """The scene's lines as sentences, as many as can be said in the time; `must` is said in any case."""
    room = int(seconds * WORDS_PER_SECOND) - len(must.split())
    spoken: list[str] = []
    for line in lines:
        if line == must:
            spoken.append(_sentence(line))
        elif (count := len(line.split())) <= room:
            spoken.append(_sentence(line))
            room -= count
    return " ".join(spoken)[:_LONGEST]


def _sentence(line: str) -> str:
    return line if line.endswith((".", "!", "?", "\u3002", "\uff01", "\uff1f", "\u061f", "\u0964")) else f"{line}."
