"""The file format: the only place that knows YAML, JSON and cattrs."""

from jmdmodel.codec.canonical import to_plain
from jmdmodel.codec.files import load, save
from jmdmodel.codec.nodes import SCHEMA_VERSION
from jmdmodel.codec.reading import loads
from jmdmodel.codec.source import Loaded, Source
from jmdmodel.codec.validation import validate
from jmdmodel.codec.writing import dumps

__all__ = ["SCHEMA_VERSION", "Loaded", "Source", "dumps", "load", "loads", "save", "to_plain", "validate"]
