"""Fields with their labels, hints and errors."""

from typing import Any, Literal, NamedTuple

import reflex as rx

InputType = Literal["text", "password", "email"]


class Wrong(NamedTuple):
    """What is wrong with a form, as Reflex's vars: the name of a field, and a sentence."""

    at: Any
    said: Any

    def beside(self, name: str) -> rx.Component:
        """The sentence, if it is about that field."""
        return rx.cond(self.at == name, notice(self.said, id=f"{name}-problem"))

    def marks(self, name: str, described_by: str = "") -> dict[str, Any]:
        """What tells those who don't see it that the field is the one, and where it is described."""
        return {
            "aria_invalid": rx.cond(self.at == name, "true", "false"),
            "aria_describedby": rx.cond(self.at == name, f"{name}-problem {described_by}".strip(), described_by),
        }


def field(
    label: str, control: rx.Component, *, hint: str = "", name: str = "", wrong: Wrong | None = None
) -> rx.Component:
    """A labelled control; the label is tied to the control of that id."""
    return rx.el.div(
        rx.el.label(label, html_for=name),
        control,
        wrong.beside(name) if wrong else rx.fragment(),
        rx.el.p(hint, class_name="hint", id=f"{name}-hint") if hint else rx.fragment(),
        class_name="field",
    )


def text_input(
    name: str,
    *,
    kind: InputType = "text",
    hint: bool = False,
    wrong: Wrong | None = None,
    **attributes: Any,  # noqa: ANN401  # HTML's attributes
) -> rx.Component:
    """One line of text."""
    described_by = f"{name}-hint" if hint else ""
    described = {"aria_describedby": described_by} if hint else {}
    marks = wrong.marks(name, described_by) if wrong else described
    return rx.el.input(id=name, name=name, type=kind, class_name="input", **marks, **attributes)


def notice(message: str, kind: str = "error", **attributes: Any) -> rx.Component:  # noqa: ANN401  # HTML's attributes
    """A sentence that must be read; announced when it appears."""
    return rx.el.p(message, class_name=f"notice {kind}", role="alert", **attributes)
