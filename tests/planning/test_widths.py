from adgen_app.planning.widths import width


def test_chinese_counts_twice_latin_once() -> None:
    assert width("abc") == 3
    assert width("咖啡") == 4
    assert width("\uff57") == 2
    assert width("صابون") == 5
