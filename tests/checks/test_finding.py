from adgen_app.checks.finding import Finding, Level, Report


def finding(level: Level) -> Finding:
    return Finding(rule="size", level=level, message="Too small.", source="a platform")


def test_a_report_with_an_error_does_not_pass() -> None:
    report = Report(rules=("size",), findings=(finding(Level.WARNING), finding(Level.ERROR)))
    assert not report.passed
    assert report.errors == (finding(Level.ERROR),)


def test_a_report_survives_json() -> None:
    report = Report(rules=("size",), findings=(finding(Level.WARNING),))
    assert Report.model_validate_json(report.model_dump_json()) == report
