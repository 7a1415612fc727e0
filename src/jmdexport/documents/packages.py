"""Office files are zip archives of XML: taken apart, put together the same way every time."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any
from xml.dom import minidom
from xml.parsers.expat import ExpatError

from jmdexport.documents.office_faults import OfficeFailed

_MOST = 64 * 2**20
"""How large a reference document may be when unpacked."""
_FIRST = ("mimetype", "[Content_Types].xml")
_DAY = (1980, 1, 1, 0, 0, 0)
_NEEDED = {"docx": ("word/document.xml", "word/styles.xml"), "odt": ("content.xml", "styles.xml")}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Give the bytes of an archive: the same for the same parts, the one that tells its kind first."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(parts, key=lambda one: (one not in _FIRST, one)):
            head = zipfile.ZipInfo(name, date_time=_DAY)
            head.external_attr = 0o644 << 16
            head.create_system = 3
            head.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(head, parts[name], compresslevel=6)
    return made.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Give the parts of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}


def checked_reference(data: bytes, form: str) -> bytes:
    """Give a reference document of an office if it is a file of its form.

    Raises:
        OfficeFailed: It is none, is locked, is too large or lacks a part.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(one.file_size for one in archive.infolist())
            if size > _MOST:
                raise OfficeFailed(form, "reference")
            for name in _NEEDED[form]:
                read_xml(archive.read(name))
            if any(_declares(archive.read(one)) for one in archive.infolist() if _is_xml(one.filename)):
                raise OfficeFailed(form, "reference")
    except (
        zipfile.BadZipFile,
        KeyError,
        RuntimeError,
        NotImplementedError,
        zlib.error,
        ExpatError,
        EOFError,
    ):
        raise OfficeFailed(form, "reference") from None
    return data


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels", ".rdf"))


def _declares(data: bytes) -> bool:
    """Tell whether some XML declares anything, which office files never do: entities could blow it up."""
    return b"<!DOCTYPE" in data.replace(b"\0", b"")


def own_reference(form: str) -> bytes:
    """Give the library's own reference document: the colours and sizes of the page in HTML."""
    folder = resources.files("jmdexport").joinpath("templates", "office", form)
    return packed(dict(_files(folder)))


def _files(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, f"{above}{item.name}/")
        else:
            yield above + item.name, item.read_bytes()


def read_xml(data: bytes) -> Any:
    """Give the document that some XML is; prefixes stay as they are."""
    return minidom.parseString(data)  # noqa: S318 - what comes from outside declares nothing, see above


def xml_bytes(document: Any) -> bytes:
    """Give a document as the bytes of XML."""
    return bytes(document.toxml(encoding="UTF-8"))


def set_text(document: Any, tag: str, text: str) -> None:
    """Set the words of each element of a name."""
    for node in document.getElementsByTagName(tag):
        while node.firstChild:
            node.removeChild(node.firstChild)
        node.appendChild(document.createTextNode(text))


def children(node: Any, *tags: str) -> list[Any]:
    """Give the elements right below a node, those of some names or all."""
    return [
        one
        for one in node.childNodes
        if one.nodeType == one.ELEMENT_NODE and (not tags or one.tagName in tags)
    ]


def element(document: Any, tag: str, **attributes: str) -> Any:
    """Make an element; ``__`` in the name of an attribute stands for the colon, ``_`` for a hyphen."""
    node = document.createElement(tag)
    for name, value in attributes.items():
        node.setAttribute(name.replace("__", ":").replace("_", "-"), value)
    return node
