"""Where finished steps that wrote to our own tables are remembered, in the same transaction."""

from functools import cache

from dbos import SQLAlchemyDatasource
from sqlalchemy.orm import sessionmaker
from sqlmodel import Session

from adgen_app.config import settings
from adgen_app.db.engine import engine


@cache
def records() -> SQLAlchemyDatasource:
    """The memory of this process's database; makes its table if need be."""
    return SQLAlchemyDatasource.create(
        settings().database, engine=engine(), sessionmaker=sessionmaker(class_=Session, expire_on_commit=False)
    )
