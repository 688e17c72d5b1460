import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import ValidationError

from adgen_app.config import Environment, Settings, _kept_secret, settings

STRONG = "k3Zp0vR7-wq9uYt2Xh5Lb8Nc1Md4Gf6Js"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ADGEN_DATA_DIR", str(tmp_path))
    return tmp_path


def test_nothing_set_is_a_working_development_installation(folder: Path) -> None:
    made = Settings()
    assert made.env is Environment.DEVELOPMENT
    assert made.database == f"sqlite:///{folder}/adgen.sqlite3"
    assert made.storage == f"file://{folder}/media"
    assert made.cors_origins == []


def test_the_data_folder_is_outside_of_the_source_tree_unless_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADGEN_DATA_DIR")
    source = Path(__file__).parents[1]
    assert source not in Settings().data_dir.absolute().parents


def test_a_home_folder_may_be_written_with_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADGEN_DATA_DIR", "~/ads")
    assert Settings().data_dir == Path.home() / "ads"


def test_the_env_file_is_read_and_the_environment_wins(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / ".env"
    file.write_text("ADGEN_ADS_PER_HOUR=3\nADGEN_REQUESTS_PER_MINUTE=7\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("ADGEN_REQUESTS_PER_MINUTE", "8")
    made = Settings(_env_file=file)
    assert (made.ads_per_hour, made.requests_per_minute) == (3, 8)


def test_a_process_reads_the_env_file_that_it_is_pointed_to(folder: Path) -> None:
    (folder / "other.env").write_text("LOG_LEVEL=warning\n")
    code = "from adgen_app.config import settings; print(settings().log_level)"
    told = {"ADGEN_ENV_FILE": str(folder / "other.env"), "ADGEN_DATA_DIR": str(folder)}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=told, cwd=Path(__file__).parents[1], capture_output=True, check=False
    )
    assert ran.stdout.decode().strip() == "WARNING", ran.stderr.decode()


def test_an_empty_line_in_the_env_file_leaves_the_default(folder: Path) -> None:
    file = folder / ".env"
    file.write_text("ADGEN_ADS_PER_HOUR=\nDATABASE_URL=\nADGEN_EMBEDDED_ENGINE=\nCORS_ORIGINS=\nADGEN_ENV=\n")
    made = Settings(_env_file=file)
    assert made.ads_per_hour == Settings.model_fields["ads_per_hour"].default
    assert made.embedded_engine
    assert made.cors_origins == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql:///adgen"),
        ("DATABASE_URL", "postgresql://adgen@/adgen?host=/run/postgresql"),
        ("DATABASE_URL", "postgresql://adgen:p/w#d?@[::1]:5432/adgen"),
        ("DATABASE_URL", "sqlite+pysqlite:////srv/adgen.sqlite3"),
        ("REDIS_URL", "rediss://:password@cache.example:6379/1"),
        ("SENTRY_DSN", "https://key@sentry.example/below/7"),
        ("CORS_ORIGINS", "https://shop.example,http://localhost:3000,http://[::1]:3000"),
        ("ADGEN_ACCEL_REDIRECT", "/_media"),
        ("ADGEN_TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8,fd00::/8"),
    ],
)
def test_a_value_that_makes_sense_is_taken(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    (field,) = (key for key, field in Settings.model_fields.items() if field.validation_alias == name)
    given = getattr(Settings(), field)
    assert (",".join(map(str, given)) if isinstance(given, list) else given).replace("/32", "") == value


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_a_postgresql_address_means_our_driver(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://u:postgres://p@h:5432/adgen?sslmode=require")
    assert Settings().database == "postgresql+psycopg://u:postgres://p@h:5432/adgen?sslmode=require"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/srv/my ads", "file:///srv/my%20ads"),
        ("file:///srv/ads", "file:///srv/ads"),
        ("s3://bucket/folder", "s3://bucket/folder"),
    ],
)
def test_a_storage_is_a_folder_or_a_bucket(written: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORAGE_URL", written)
    assert Settings().storage == meant


@pytest.mark.parametrize("written", ["ads", "bucket/folder", "file://srv/ads"])
def test_a_storage_that_is_neither_is_refused(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORAGE_URL", written)
    with pytest.raises(ValidationError, match="write a folder as"):
        Settings()


def test_origins_are_a_list_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORS_ORIGINS", " https://a.example, https://b.example ,")
    assert Settings().cors_origins == ["https://a.example", "https://b.example"]


@pytest.mark.parametrize(
    "secret", ["", "short", "change-me-change-me-change-me-change-me", "SECRET" * 10, "your-secret-key" * 5, "a" * 64]
)
def test_production_refuses_a_weak_secret_and_says_how_to_make_one(
    secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADGEN_ENV", "production")
    monkeypatch.setenv("SECRET_KEY", secret)
    with pytest.raises(ValidationError, match="SECRET_KEY must be") as refused:
        Settings()
    assert "token_urlsafe" in str(refused.value)


def test_production_takes_a_strong_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADGEN_ENV", "production")
    monkeypatch.setenv("SECRET_KEY", STRONG)
    made = Settings()
    assert made.production
    assert made.signing_key == STRONG


def test_the_example_file_does_not_start_in_production(folder: Path) -> None:
    example = (Path(__file__).parents[1] / ".env.example").read_text()
    file = folder / ".env"
    file.write_text(example.replace("# ", "").replace("#", "") + "\nADGEN_ENV=production\n")
    with pytest.raises(ValidationError, match="SECRET_KEY"):
        Settings(_env_file=file)


@pytest.mark.parametrize(("name", "value"), [("ADGEN_ADS_PER_HOUR", "no-number"), ("SECRET_KEY", "hunter2")])
def test_a_refusal_does_not_repeat_what_was_configured(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADGEN_ENV", "production")
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert value not in str(refused.value)


def test_a_secret_is_not_shown_by_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", STRONG)
    made = Settings()
    assert STRONG not in f"{made!r} {made} {made.model_dump()} {made.model_dump_json()}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ADGEN_ADS_PER_HOUR", "0"),
        ("ADGEN_SESSION_DAYS", "-1"),
        ("ADGEN_ENV", "prod"),
        ("DATABASE_URL", "mysql://root@127.0.0.1/adgen"),
        ("DATABASE_URL", "adgen.sqlite3"),
        ("DATABASE_URL", "postgresql://adgen@127.0.0.1:notaport/x"),
        ("DATABASE_URL", "postgresql+asyncpg://adgen@127.0.0.1/x"),
        ("DATABASE_URL", "postgresql+psycopg2://adgen@127.0.0.1/x"),
        ("DATABASE_URL", "sqlite+aiosqlite:////srv/adgen.sqlite3"),
        ("DATABASE_URL", "sqlite://adgen.sqlite3"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("REDIS_URL", "nonsense"),
        ("REDIS_URL", "redis://127.0.0.1:notaport"),
        ("SENTRY_DSN", "https://x"),
        ("SENTRY_DSN", "https://key@sentry.example/project"),
        ("CORS_ORIGINS", "foo"),
        ("CORS_ORIGINS", "*"),
        ("CORS_ORIGINS", "https://shop.example,https://app.example/"),
        ("ADGEN_TRUSTED_PROXIES", "foo"),
        ("ADGEN_ACCEL_REDIRECT", "foo"),
        ("ADGEN_DATA_DIR", "~no.such.user/ads"),
        ("ADGEN_LEASE_SECONDS", "inf"),
        ("LOG_LEVEL", "LOUD"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "127.0.0.1:4317"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "grpc://127.0.0.1:4317"),
        ("SENTRY_DSN", "key"),
        ("ADGEN_LEASE_SECONDS", "x"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_by_name(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name):
        Settings()


def test_development_makes_a_secret_for_this_user_alone_and_keeps_it(folder: Path) -> None:
    made = Settings().signing_key
    assert len(made) >= 43
    assert Settings().signing_key == made
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret_key"]


def test_processes_that_start_together_agree_on_the_secret(folder: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        for start in range(20):
            many = [pool.submit(_kept_secret, folder / str(start)) for _ in range(16)]
            (secret,) = {one.result() for one in many}
            assert len(secret) >= 43


def test_settings_that_are_shown_hold_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:hunter2@h/adgen")
    monkeypatch.setenv("REDIS_URL", "redis://:hunter2@h")
    monkeypatch.setenv("ADGEN_METRICS_TOKEN", "hunter2")
    monkeypatch.setenv("SENTRY_DSN", "https://hunter2@sentry.example/7")
    assert "hunter2" not in repr(Settings())


def test_settings_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.cache_clear()
    first = settings()
    monkeypatch.setenv("ADGEN_ADS_PER_HOUR", "99")
    assert settings() is first
    settings.cache_clear()
