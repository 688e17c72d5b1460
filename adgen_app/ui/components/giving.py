"""Where photos, a logo, music, a voice are given with a brief."""

from typing import Any

import reflex as rx

from adgen_app.ui.components.form import Wrong, field, notice
from adgen_app.ui.components.tiles import PICTURES, SOUNDS, cross, drop, icon, tile
from adgen_app.ui.gifts import AT_PICTURES, Gift, GiftsState
from adgen_app.ui.options import ROOM, OptionsState
from adgen_app.ui.refused import told

HINT = "Optional. Your product in the picture, your logo at the end, their colours throughout."


def pictures() -> rx.Component:
    """Photos and logo, what is becoming of them, what was given before."""
    return rx.el.div(
        rx.el.div(
            rx.foreach(GiftsState.photos, _removable),
            rx.cond(
                GiftsState.more_photos,
                drop(
                    "Add photos", "photo", "photos", PICTURES, **_sent("photos", GiftsState.take_photos), multiple=True
                ),
            ),
            rx.foreach(GiftsState.logo, _removable),
            rx.cond(
                GiftsState.logo,
                rx.fragment(),
                drop("Add logo", "logo", "logo", PICTURES, **_sent("logo", GiftsState.take_logo), multiple=False),
            ),
            class_name="tiles",
            role="group",
            aria_label="Photos and logo",
        ),
        *_happening(AT_PICTURES, HINT),
        rx.cond(GiftsState.shelf, _shelf()),
        class_name="giving",
    )


def music() -> rx.Component:
    """An own track in the place of ours."""
    return rx.el.div(
        rx.el.span("Your own music", class_name="label"),
        rx.foreach(GiftsState.track, lambda gift: _sound(gift, "track")),
        rx.cond(
            GiftsState.track,
            rx.fragment(),
            drop("Add a track", "track", "track", SOUNDS, **_sent("track", GiftsState.take_track), multiple=False),
        ),
        *_happening("track", "It plays instead of the music that we compose. Use only what you have the rights to."),
        class_name="field whole-row giving",
    )


def voice(ad_seconds: Any, wrong: Wrong) -> rx.Component:  # noqa: ANN401  # a Reflex var
    """A recording, and what is said in it."""
    return rx.el.div(
        rx.el.span("Your voice", class_name="label"),
        rx.foreach(GiftsState.voice, lambda gift: _sound(gift, "voice")),
        rx.foreach(
            GiftsState.voice,
            lambda gift: rx.cond(
                gift.seconds > ad_seconds,
                rx.el.p(
                    "This recording is longer than your ad: its end is faded out.", class_name="hint", role="status"
                ),
            ),
        ),
        rx.cond(
            GiftsState.voice,
            field(
                "What you say",
                rx.el.textarea(
                    id="voice_text",
                    name="voice_text",
                    default_value=OptionsState.filled.get("voice_text", ""),
                    on_change=lambda value: OptionsState.fill_in("voice_text", value),
                    rows="3",
                    max_length=ROOM,
                    class_name="input",
                    **wrong.marks("voice_text", "voice_text-hint"),
                    dir="auto",
                ),
                hint="For captions, each word lit as you say it. Leave it empty for an ad without.",
                name="voice_text",
                wrong=wrong,
            ),
            rx.fragment(
                drop(
                    "Add a recording", "voice", "voice", SOUNDS, **_sent("voice", GiftsState.take_voice), multiple=False
                ),
                *_happening("voice", "It is heard over the music, which makes way for it."),
            ),
        ),
        class_name="field whole-row giving",
    )


def _sound(gift: Gift, kind: str) -> rx.Component:
    return rx.el.div(
        icon(kind),
        rx.el.span(gift.name, class_name="broken-anywhere"),
        rx.el.span(gift.minutes, class_name="muted"),
        cross(gift, GiftsState.take_back(gift.id), "Remove "),
        class_name="track",
    )


def _happening(at: str, hint: str) -> tuple[rx.Component, rx.Component]:
    """What becomes of files there, else the hint; then what is wrong with them."""
    here = GiftsState.at == at
    becoming = rx.cond(
        GiftsState.percent >= 0,
        rx.fragment("Uploading, ", GiftsState.percent, " %"),
        rx.cond(GiftsState.preparing, "Getting it ready ...", hint),
    )
    return (
        rx.el.p(rx.cond(here, becoming, hint), class_name="hint", role="status"),
        rx.cond(here & (GiftsState.trouble_with_file != ""), notice(GiftsState.trouble_with_file)),
    )


def _sent(name: str, handler: Any) -> dict[str, Any]:  # noqa: ANN401  # a Reflex event
    """What happens with files that are dropped or chosen."""
    at = name if name in {"track", "voice"} else AT_PICTURES
    return {
        "on_drop": handler(rx.upload_files(upload_id=name, on_upload_progress=GiftsState.follow)),
        "on_drop_rejected": lambda refused: GiftsState.refuse(at, told(refused)),
        "max_size": GiftsState.most_bytes,
        "disabled": GiftsState.preparing,
    }


def _removable(gift: Gift) -> rx.Component:
    return tile(gift, GiftsState.take_back(gift.id))


def _shelf() -> rx.Component:
    return rx.el.details(
        rx.el.summary("Use one from before"),
        rx.el.div(
            rx.foreach(
                GiftsState.shelf,
                lambda gift: rx.el.div(
                    rx.el.button(
                        rx.el.img(
                            src=gift.url, alt="", loading="lazy", class_name=rx.cond(gift.kind == "logo", "whole", "")
                        ),
                        type="button",
                        on_click=GiftsState.take_again(gift.id),
                        aria_label=rx.Var.create("Use ") + gift.name,
                        class_name="tile-button",
                    ),
                    rx.cond(
                        GiftsState.doomed == gift.id,
                        rx.el.button(
                            "Delete for good",
                            type="button",
                            on_click=GiftsState.forget_file(gift.id),
                            aria_label=rx.Var.create("Delete for good: ") + gift.name,
                            class_name="tile-delete",
                        ),
                        cross(gift, GiftsState.doom(gift.id), "Delete: "),
                    ),
                    class_name="tile",
                ),
            ),
            class_name="tiles",
        ),
        class_name="shelf",
    )
