import os
import subprocess

import pytest

from adgen_app.production import identity

HERE = identity.place()


def test_every_process_has_a_name_of_its_own_that_fits_its_column() -> None:
    names = {identity.new(HERE) for _ in range(100)}
    assert len(names) == 100
    assert max(map(len, names)) <= 120


def test_a_process_of_this_machine_is_gone_when_it_has_ended() -> None:
    process = subprocess.Popen(["sleep", "60"])
    name = f"{HERE}/{process.pid}/12345678"
    assert not identity.is_gone(name, HERE)
    process.kill()
    process.wait()
    assert identity.is_gone(name, HERE)


def test_a_process_that_had_this_ones_number_is_gone() -> None:
    assert identity.is_gone(f"{HERE}/{os.getpid()}/12345678", HERE)


@pytest.mark.parametrize("elsewhere", ["another-boot.4026531836", "an/odd/place", ""])
def test_nobody_can_tell_from_here_about_a_process_elsewhere(elsewhere: str) -> None:
    assert not identity.is_gone(f"{elsewhere}/999999999/12345678", HERE)


def test_a_process_of_somebody_else_is_there() -> None:
    assert not identity.is_gone(f"{HERE}/1/12345678", HERE)
