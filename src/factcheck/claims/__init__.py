"""YAML to relations: the claim base, where each of its words stands, and the rule language."""

from factcheck.claims.base import Base
from factcheck.claims.load import load
from factcheck.claims.schema import format_json_schema

__all__ = ["Base", "format_json_schema", "load"]
