"""A plugin in one file, without packaging: from a path to a module."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from types import ModuleType

from jmdmodel.errors import ModelError
from jmdmodel.messages import Message, Say
from jmdmodel.storage import read_bytes

_SUFFIX = ".py"
_NO_PYTHON = Say(
    de="„{name}“ ist keine Python-Datei; eine Erweiterung ohne Paket endet auf .py.",
    en='"{name}" is no Python file; a plugin without packaging ends in .py.',
)
_NO_FILE = Say(
    de="In „{folder}“ gibt es keine Datei „{name}“.", en='There is no file "{name}" in "{folder}".'
)


def module_of(path: Path) -> ModuleType:
    """Give the module that a Python file holds; the same file with the same content is loaded once.

    The name of the module follows from place and content, so that two files of one name do not meet, that
    a file which has changed is loaded anew, and that another process finds it under the same name. Nothing
    is written beside the file. What is imported in it has to be installed.

    Raises:
        ModelError: There is no such file, or it is no Python file.
        BaseException: Whatever the file raises while it is loaded.
    """
    if path.suffix != _SUFFIX:
        raise ModelError(Message.of(_NO_PYTHON, name=path.name))
    if not path.is_file():
        raise ModelError(Message.of(_NO_FILE, name=path.name, folder=str(path.parent)))
    source = read_bytes(path)
    mark = hashlib.sha256(str(path).encode("utf-8", "surrogateescape") + b"\0" + source).hexdigest()[:16]
    name = f"jmdexport_file_{mark}"
    if name not in sys.modules:
        module = ModuleType(name)
        module.__file__ = str(path)
        sys.modules[name] = module  # classes look their module up while they are made
        try:
            exec(compile(source, str(path), "exec"), vars(module))  # noqa: S102 - the user named the file
        except BaseException:
            del sys.modules[name]
            raise
    return sys.modules[name]
