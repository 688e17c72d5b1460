from adgen_app.planning.choice import Dice


def test_the_same_seed_rolls_the_same() -> None:
    assert [Dice("soap").roll(str(n), 6) for n in range(20)] == [Dice("soap").roll(str(n), 6) for n in range(20)]


def test_seeds_and_purposes_differ() -> None:
    assert len({Dice(f"seed {n}").roll("hook", 1000) for n in range(50)}) > 40
    assert len({Dice("soap").roll(f"{n}", 1000) for n in range(50)}) > 40


def test_shuffling_keeps_every_option_once() -> None:
    options = list(range(12))
    orders = {tuple(Dice(f"seed {n}").shuffled("x", options)) for n in range(10)}
    assert all(sorted(order) == options for order in orders)
    assert len(orders) > 5


def test_half_characters_are_no_obstacle() -> None:
    assert Dice("\ud800").pick("x", ["only"]) == "only"
