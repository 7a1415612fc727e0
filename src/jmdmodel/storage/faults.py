"""What the floor says when the operating system refuses: plain words instead of error numbers."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from jmdmodel.errors import StorageError
from jmdmodel.messages import Message, Say, Value
from jmdmodel.storage.disk import Port
from jmdmodel.storage.names import clash, name_fault

_SAY = {
    "S301": Say(de="Die Datei gibt es nicht.", en="There is no such file."),
    "S302": Say(de="Das ist ein Ordner, keine Datei.", en="This is a folder, not a file."),
    "S303": Say(
        de="Die Datei ist zu groß; gelesen werden höchstens {limit} Byte.",
        en="The file is too large; at most {limit} bytes are read.",
    ),
    "S304": Say(de="Das Lesen ist nicht gelungen. {reason}", en="Reading did not succeed. {reason}"),
    "S305": Say(de="Das Schreiben ist nicht gelungen. {reason}", en="Writing did not succeed. {reason}"),
    "S306": Say(de="So kann eine Datei nicht heißen. {reason}", en="A file cannot have this name. {reason}"),
    "S307": Say(
        de="Diese Datei kann nicht neben „{other}“ stehen.", en='This file cannot stand beside "{other}".'
    ),
    "S308": Say(
        de="Das ist eine Verknüpfung oder ein Gerät. Geschrieben wird nur in gewöhnliche Dateien und Ordner.",
        en="This is a link or a device. Only ordinary files and folders are written to.",
    ),
    "S309": Say(
        de="Die Datei wurde inzwischen von anderer Seite geändert und bleibt, wie sie ist."
        " Die eigene Änderung ist nach erneutem Laden zu wiederholen.",
        en="Somebody else has changed the file in the meantime, and it stays as it is."
        " Load it again and repeat your own change.",
    ),
    "S310": Say(
        de="Den Ordner gibt es nicht. Er ist zuerst anzulegen.", en="There is no such folder. Make it first."
    ),
    "S311": Say(
        de="Die Datei gibt es schon, und sie bleibt, wie sie ist. Nötig ist ein anderer Name.",
        en="The file exists and stays as it is. Choose another name.",
    ),
    "S312": Say(
        de="Die Datei ist als schreibgeschützt gekennzeichnet. Zum Schreiben ist der Schutz aufzuheben.",
        en="The file is marked as read-only. Take the mark away to write it.",
    ),
    "S313": Say(
        de="Hier lassen sich keine Dateien anlegen. Nötig ist ein anderer Ordner.",
        en="No files can be made here. Choose another folder.",
    ),
    "S314": Say(
        de="Das ist eine Datei und kein Ordner. Nötig ist ein anderer Name.",
        en="This is a file and not a folder. Choose another name.",
    ),
    "S315": Say(
        de="In diesem Ordner hat sich inzwischen etwas geändert ({names}), und er bleibt, wie er ist."
        " Die eigene Änderung ist nach erneutem Laden zu wiederholen.",
        en="Something in this folder has changed in the meantime ({names}), and it stays as it is."
        " Load it again and repeat your own change.",
    ),
    "S316": Say(
        de="In diesem Ordner wird gerade geschrieben. Nach kurzem Warten gelingt das Laden.",
        en="Somebody is writing in this folder right now. Loading will succeed after a short wait.",
    ),
    "S317": Say(
        de="Dieser Ordner ist eine Verknüpfung. Anzugeben ist der Ordner selbst, auf den sie zeigt.",
        en="This folder is a link. Name the folder itself that it points to.",
    ),
}
_NO_SPACE = Say(de="Auf dem Datenträger ist kein Platz mehr.", en="There is no space left on the disk.")
_FORBIDDEN = Say(de="Die Berechtigung dafür fehlt.", en="The permission for it is missing.")
_BUSY = Say(de="Ein anderes Programm benutzt die Datei.", en="Another program is using the file.")
_REASONS = {
    errno.ENOSPC: _NO_SPACE,
    getattr(errno, "EDQUOT", errno.ENOSPC): _NO_SPACE,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: Say(de="Der Datenträger ist schreibgeschützt.", en="The disk is write-protected."),
    errno.EIO: Say(de="Der Datenträger meldet einen Fehler.", en="The disk reports a fault."),
    errno.EEXIST: _BUSY,
    errno.EBUSY: _BUSY,
    errno.ENAMETOOLONG: Say(de="Der Name ist zu lang.", en="The name is too long."),
    errno.ELOOP: Say(de="Eine Verknüpfung führt im Kreis.", en="A link leads round in a circle."),
}
_OTHER = Say(de="Das Betriebssystem meldet „{name}“.", en='The operating system reports "{name}".')
_NUL = Say(
    de="Der Pfad enthält Zeichen, die nicht möglich sind.",
    en="The path has characters that are not possible.",
)
NO_LAST = Say(de="Sie gehört nicht zu den Dateien des Satzes.", en="It is not among the files of the set.")


@contextlib.contextmanager
def told(path: Path, code: str, *, missing: str, port: Port) -> Iterator[None]:
    """Turn what the operating system reports into an error that says it in plain words."""
    try:
        yield
    except FileNotFoundError as error:
        raise failure(missing, path) from error
    except NotADirectoryError as error:
        raise failure("S314", _file_in(path, port)) from error
    except IsADirectoryError as error:
        raise failure("S302", path) from error
    except OSError as error:
        name = errno.errorcode.get(error.errno or 0, "?")
        reason = _REASONS.get(error.errno or 0) or Message.of(_OTHER, name=name).as_say()
        raise failure(code, path, reason=reason) from error


def _file_in(path: Path, port: Port) -> Path:
    """Give the part of a path that is a file where a folder is needed, seen from the root."""
    for part in (*reversed(path.parents), path):
        try:
            kind = port.look(part)
        except OSError:
            break
        if kind is not None and not stat.S_ISDIR(kind) and not stat.S_ISLNK(kind):
            return part
    return path


def checked_path(path: str | os.PathLike[str]) -> Path:
    """Give a path, if the system can have one of that form."""
    text = os.fspath(path)
    if "\0" in text or any("\ud800" <= sign <= "\udc7f" or "\udd00" <= sign <= "\udfff" for sign in text):
        raise StorageError("S306", ascii(text), Message.of(_SAY["S306"], reason=_NUL))
    return Path(text)


def make_folder(port: Port, folder: Path, *, through_link: bool) -> None:
    """Make a folder where it is missing; one that is a link is used only when that was asked for.

    Folders above it may be links: they are the user's own, such as a home on another disk.

    Raises:
        StorageError: It is a link (``S317``), one above it leads nowhere (``S308``), or nothing can be made
            there (``S313``).
    """
    kind = port.look(folder)
    if kind is not None and stat.S_ISLNK(kind) and not through_link:
        raise failure("S317", folder)
    try:
        port.make_folder(folder)
    except FileNotFoundError as error:  # a place such as /proc, where nothing can be made
        raise failure("S313", folder) from error
    except FileExistsError as error:  # something is there that is neither a folder nor leads to one
        for part in (folder, *folder.parents):
            kind = port.look(part)
            if kind is not None and not stat.S_ISDIR(kind):
                raise failure("S314" if stat.S_ISREG(kind) else "S308", part) from error
        raise


def failure(code: str, path: Path, **values: Value) -> StorageError:
    """Make the error with this code; names that are no text are shown as escapes."""
    shown = str(path).encode("utf-8", "backslashreplace").decode()
    return StorageError(code, shown, Message.of(_SAY[code], **values))


def check_names(root: Path, names: Collection[str]) -> None:
    """Refuse names of files that cannot be on some system, or that clash.

    Raises:
        StorageError: A name cannot be (``S306``), or two of them clash (``S307``).
    """
    for name in sorted(names):
        fault = name_fault(name)
        if fault is not None:
            raise failure("S306", root / name, reason=fault.as_say())
    pair = clash(names)
    if pair is not None:
        raise failure("S307", root / pair[1], other=pair[0])
