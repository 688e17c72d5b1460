"""Settings, read once from the environment or `.env`."""

import os
import re
import secrets
import tempfile
from contextlib import suppress
from enum import StrEnum
from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

ROOT = Path(__file__).resolve().parents[1]
ENV_FILE = os.environ.get("ADGEN_ENV_FILE") or ROOT / ".env"
SECRET_MIN = 32
SECRET_MIN_DIFFERENT = 8
_EXAMPLE_SECRETS = ("change-me", "changeme", "secret", "your-secret", "example")


class Environment(StrEnum):
    """Where AdGen runs."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


def _listed(value: object) -> object:
    """`a, b` from an environment variable is a list of two."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _located(url: str) -> str:
    """A folder may be written as its path."""
    located = Path(url).as_uri() if url.startswith("/") else url
    parts = urlsplit(located)
    if located and (not parts.scheme or (parts.scheme == "file" and parts.netloc)):
        raise ValueError("write a folder as /srv/ads or file:///srv/ads, and a bucket as s3://bucket/folder")
    return located


def _written(pattern: str, advice: str) -> AfterValidator:
    """A text of this shape, or nothing; the advice is what its operator reads otherwise."""

    def fits(text: str) -> str:
        if text and not re.fullmatch(pattern, text):
            raise ValueError(advice)
        return text

    return AfterValidator(fits)


def _network(text: object) -> object:
    try:
        return ip_network(text) if isinstance(text, str) else text
    except ValueError as error:
        raise ValueError("write addresses and networks, with commas: 127.0.0.1,10.0.0.0/8") from error


def _from_root(path: Path) -> Path:
    """A relative folder means the same whatever folder a command is typed in."""
    try:
        return ROOT / path.expanduser()
    except RuntimeError as error:
        raise ValueError("there is no such user; write the whole path") from error


Folder = Annotated[Path, AfterValidator(_from_root)]
LogLevel = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)]
_HOST = r"(\[[\da-fA-F:.]+\]|[\w.-]+)(:\d{1,5})?"
DatabaseUrl = Annotated[
    str,
    _written(
        rf"sqlite(\+pysqlite)?:///(?!:memory:).+|(postgres|postgresql|postgresql\+psycopg)://(.*@)?({_HOST})?([/?].*)?",
        "AdGen speaks to postgresql://user:password@host:port/database and sqlite:////folder/file",
    ),
]
RedisUrl = Annotated[
    str, _written(rf"rediss?://(.*@)?{_HOST}([/?].*)?", "write it as redis://host:port or rediss://:password@host:port")
]
WebAddress = Annotated[str, _written(rf"https?://{_HOST}([/?].*)?", "write it as http://host:port or https://host")]
SentryDsn = Annotated[
    str, _written(rf"https?://[^@/]+@{_HOST}(/.*)?/\d+", "write it as Sentry shows it: https://key@host/number")
]
Origin = Annotated[
    str, _written(rf"https?://{_HOST}", "write full origins, with commas: https://shop.example,https://app.example")
]
Location = Annotated[str, _written(r"(/[\w.-]+)+", "write it as Nginx has it, without a / at the end: /_media")]
StorageUrl = Annotated[str, AfterValidator(_located)]
Network = Annotated[IPv4Network | IPv6Network, BeforeValidator(_network)]
Origins = Annotated[list[Origin], NoDecode, BeforeValidator(_listed)]
Networks = Annotated[list[Network], NoDecode, BeforeValidator(_listed)]


class Settings(BaseSettings):
    """Everything that an operator can set; `docs/configuration.md` says what each is for."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    env: Environment = Field(default=Environment.DEVELOPMENT, validation_alias="ADGEN_ENV")
    data_dir: Folder = Field(
        default_factory=lambda: user_data_path("adgen", appauthor=False),
        validation_alias="ADGEN_DATA_DIR",
    )
    database_url: DatabaseUrl = Field(default="", repr=False, validation_alias="DATABASE_URL")
    storage_url: StorageUrl = Field(default="", validation_alias="STORAGE_URL")
    accel_redirect: Location = Field(default="", validation_alias="ADGEN_ACCEL_REDIRECT")
    redis_url: RedisUrl = Field(default="", repr=False, validation_alias="REDIS_URL")
    secret_key: SecretStr = Field(default=SecretStr(""), validation_alias="SECRET_KEY")
    cors_origins: Origins = Field(default_factory=list, validation_alias="CORS_ORIGINS")
    trusted_proxies: Networks = Field(default_factory=list[Network], validation_alias="ADGEN_TRUSTED_PROXIES")
    insecure_cookies: bool = Field(default=False, validation_alias="ADGEN_INSECURE_COOKIES")
    log_level: LogLevel = Field(default="INFO", validation_alias="LOG_LEVEL")
    api_url: str = Field(default="http://127.0.0.1:8000", validation_alias="ADGEN_API_URL")
    token: SecretStr = Field(default=SecretStr(""), validation_alias="ADGEN_TOKEN")
    embedded_engine: bool = Field(default=True, validation_alias="ADGEN_EMBEDDED_ENGINE")
    ads_at_once: int = Field(default=10, ge=1, validation_alias="ADGEN_ADS_AT_ONCE")
    studio_processes: int = Field(default=0, ge=0, validation_alias="ADGEN_STUDIO_PROCESSES")
    lease_seconds: float = Field(default=30.0, ge=1, allow_inf_nan=False, validation_alias="ADGEN_LEASE_SECONDS")
    ads_per_hour: int = Field(default=10, ge=1, validation_alias="ADGEN_ADS_PER_HOUR")
    requests_per_minute: int = Field(default=100, ge=1, validation_alias="ADGEN_REQUESTS_PER_MINUTE")
    login_attempts_per_minute: int = Field(default=10, ge=1, validation_alias="ADGEN_LOGIN_ATTEMPTS_PER_MINUTE")
    upload_megabytes: int = Field(default=20, ge=1, validation_alias="ADGEN_UPLOAD_MEGABYTES")
    files_per_user: int = Field(default=200, ge=1, validation_alias="ADGEN_FILES_PER_USER")
    session_days: int = Field(default=7, ge=1, validation_alias="ADGEN_SESSION_DAYS")
    metrics_token: SecretStr = Field(default=SecretStr(""), validation_alias="ADGEN_METRICS_TOKEN")
    otlp_endpoint: WebAddress = Field(default="", repr=False, validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT")
    sentry_dsn: SentryDsn = Field(default="", repr=False, validation_alias="SENTRY_DSN")
    media_link_minutes: int = Field(default=60, ge=1, validation_alias="ADGEN_MEDIA_LINK_MINUTES")

    @property
    def production(self) -> bool:
        """Whether real users are out there."""
        return self.env is Environment.PRODUCTION

    @property
    def secure_cookies(self) -> bool:
        """Whether browsers keep the session for HTTPS alone."""
        return self.production and not self.insecure_cookies

    @property
    def database(self) -> str:
        """SQLAlchemy URL of the database; SQLite in the data folder unless one is set."""
        url = self.database_url or f"sqlite:///{self.data_dir / 'adgen.sqlite3'}"
        for plain in ("postgres://", "postgresql://"):
            url = url.replace(plain, "postgresql+psycopg://", 1) if url.startswith(plain) else url
        return url

    @property
    def storage(self) -> str:
        """Obstore URL of where media live; a folder in the data folder unless one is set."""
        return self.storage_url or (self.data_dir.absolute() / "media").as_uri()

    @property
    def workspace(self) -> Path:
        """Folder for files that only live while an ad is made."""
        return self.data_dir / "work"

    @property
    def upload_bytes(self) -> int:
        """The largest file that a user may give."""
        return self.upload_megabytes * 1_000_000

    @property
    def signing_key(self) -> str:
        """The secret that signs sessions: the configured one, in development else one that is made and kept."""
        return self.secret_key.get_secret_value() or _kept_secret(self.data_dir)

    @model_validator(mode="after")
    def _refuse_weak_secrets(self) -> Self:
        secret = self.secret_key.get_secret_value()
        if self.production and _weak(secret):
            raise ValueError(
                f"SECRET_KEY must be a random text of at least {SECRET_MIN} characters in production; "
                'make one with: python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
            )
        return self


def _weak(secret: str) -> bool:
    short = len(secret) < SECRET_MIN or len(set(secret)) < SECRET_MIN_DIFFERENT
    return short or secret.lower().startswith(_EXAMPLE_SECRETS)


def _kept_secret(folder: Path) -> str:
    """The secret in the folder. It appears there whole: of processes that start together, one makes it for all."""
    path = folder / "secret_key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, fresh = tempfile.mkstemp(dir=folder)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(descriptor)
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
        Path(fresh).unlink()
    return path.read_text(encoding="ascii")


@cache
def settings() -> Settings:
    """The settings of this process. Raises pydantic's ValidationError for a bad value, SettingsError for a bad file."""
    try:
        if os.environ.get("ADGEN_ENV_FILE"):
            Path(ENV_FILE).open("rb").close()
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text"
        raise SettingsError(f"{ENV_FILE} can't be read: {reason}. ADGEN_ENV_FILE says which file to read.") from error
