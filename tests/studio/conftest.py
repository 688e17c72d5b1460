"""Ads that several tests look at, cut once."""

from pathlib import Path

import pytest

from adgen_app.domain.formats import AspectRatio
from adgen_app.domain.storyboard import Storyboard
from adgen_app.studio.cut import Cut, Stage, cut
from tests.studio.boards import COFFEE


@pytest.fixture(scope="session")
def square() -> Storyboard:
    return COFFEE.model_copy(update={"aspect_ratio": AspectRatio.SQUARE})


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workspace")


@pytest.fixture(scope="session")
def told() -> list[tuple[Stage, float]]:
    return []


@pytest.fixture(scope="session")
def finished(
    square: Storyboard, workspace: Path, told: list[tuple[Stage, float]], tmp_path_factory: pytest.TempPathFactory
) -> Cut:
    target = tmp_path_factory.mktemp("ads") / "square.mp4"
    return cut(square, target, workspace=workspace, on_progress=lambda stage, share: told.append((stage, share)))
