"""HTML that Reflex does not offer as it stands."""

from reflex_base.vars.base import Var
from reflex_components_core.el.elements.base import BaseHTML


class NativeForm(BaseHTML):
    """A form that the browser posts itself, so that the answer can set a cookie no script can read."""

    tag = "form"

    action: Var[str]
    method: Var[str]


native_form = NativeForm.create
