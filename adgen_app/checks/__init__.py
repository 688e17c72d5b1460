"""What a platform and a viewer demand of a finished ad, one rule per module."""

from adgen_app.checks.run import run

__all__ = ["run"]
