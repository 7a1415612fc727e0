"""The file format: the only place that knows YAML, JSON and cattrs."""

TYPE_CHECKING = False  # why so: see jmdmodel.first_use
if TYPE_CHECKING:
    from jmdmodel.codec.canonical import to_plain
    from jmdmodel.codec.files import load, save
    from jmdmodel.codec.nodes import SCHEMA_VERSION
    from jmdmodel.codec.reading import loads
    from jmdmodel.codec.source import Loaded, Source
    from jmdmodel.codec.validation import validate
    from jmdmodel.codec.writing import dumps
else:  # who only reads need not wait for what writes
    from jmdmodel.first_use import on_first_use

    __getattr__, __dir__ = on_first_use(
        globals(),
        {
            "jmdmodel.codec.canonical": "to_plain",
            "jmdmodel.codec.files": "load save",
            "jmdmodel.codec.nodes": "SCHEMA_VERSION",
            "jmdmodel.codec.reading": "loads",
            "jmdmodel.codec.source": "Loaded Source",
            "jmdmodel.codec.validation": "validate",
            "jmdmodel.codec.writing": "dumps",
        },
    )

__all__ = ["SCHEMA_VERSION", "Loaded", "Source", "dumps", "load", "loads", "save", "to_plain", "validate"]
