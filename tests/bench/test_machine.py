from adgen_app.bench.machine import machine


def test_the_machine_is_described() -> None:
    here = machine()
    assert here.cores >= 1
    assert here.memory_gb > 0.2
    assert here.processor
