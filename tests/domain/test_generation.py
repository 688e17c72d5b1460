from adgen_app.domain.generation import Status


def test_an_ad_is_finished_when_nothing_more_will_happen() -> None:
    assert {status for status in Status if status.finished} == {Status.COMPLETED, Status.FAILED, Status.CANCELLED}


def test_statuses_are_spelled_as_the_specification_has_them() -> None:
    assert {"pending", "processing", "completed", "failed"} < set(Status)
