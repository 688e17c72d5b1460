"""Whether what AdGen needs is there."""

from sqlmodel import select

from adgen_app.db.engine import reading


def ask_database() -> None:
    """Have it answer. Raises Unavailable."""
    with reading() as session:
        session.exec(select(1)).one()
