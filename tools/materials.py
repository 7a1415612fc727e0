"""The bill of materials: what is delivered, in which version, under which licence; ``nox -s sbom`` makes it.

    python tools/materials.py BILL.json BUNDLED.json PYTHON NAME…

completes the bill that cyclonedx-py made of an environment, checks it, and writes it back. Packages do not
tell everything in their metadata: what they leave out stands here, each with its source. BUNDLED.json lists
what lies inside the library's own wheel. PYTHON is the environment's interpreter, the names are packages that
must be listed. The same environment gives the same bytes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

LICENCES = {"resvg-py": "MIT"}
"""Licences of packages that name none in their metadata, read in the licence file of their wheel."""
PANDOC_IN = "pypandoc-binary"
"""The package that brings pandoc; its metadata speaks of the thin layer around it alone."""
PANDOC_LICENCE = "GPL-2.0-or-later"
"""What ``pypandoc/files/copyright.pandoc`` in that package says."""

Bill = dict[str, Any]


def completed(bill: Mapping[str, Any], bundled: Mapping[str, Any], *, pandoc: str | None) -> Bill:
    """Give the bill with what metadata does not tell: missing licences, pandoc, what the wheel itself holds.

    Args:
        bill: What cyclonedx-py wrote.
        bundled: The bill of what lies inside the library's own wheel.
        pandoc: The version of pandoc in the environment; ``None`` where there is none.
    """
    made = dict(bill)
    made["components"] = [_completed(one, pandoc) for one in bill["components"]] + list(bundled["components"])
    return made


def _completed(component: Mapping[str, Any], pandoc: str | None) -> Bill:
    made, name = dict(component), canonicalize_name(component["name"])
    if not made.get("licenses") and name in LICENCES:
        made["licenses"] = _licence(LICENCES[name])
    if name == PANDOC_IN and pandoc is not None:
        program = {"type": "application", "bom-ref": f"pandoc=={pandoc}", "name": "pandoc", "version": pandoc}
        made["components"] = [{**program, "licenses": _licence(PANDOC_LICENCE)}]
    return made


def _licence(name: str) -> list[Bill]:
    """Give a licence as one that somebody read, not one that the package declares."""
    return [{"license": {"id": name, "acknowledgement": "concluded"}}]


def faults(bill: Mapping[str, Any], wanted: Iterable[str]) -> list[str]:
    """Tell which wanted packages are not listed, and what is listed without version or licence."""
    listed = {canonicalize_name(one["name"]) for one in bill["components"]}
    lost = [f"{name} is not listed." for name in sorted({canonicalize_name(one) for one in wanted} - listed)]
    bare = [
        f"{one['name']} is listed without a {what}."
        for one in _all_of([bill["metadata"]["component"], *bill["components"]])
        for what, key in (("version", "version"), ("licence", "licenses"))
        if not one.get(key)
    ]
    return lost + bare


def _all_of(components: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for component in components:
        yield component
        yield from _all_of(component.get("components", ()))


def unaudited(told: Mapping[str, Any], *, own: str) -> list[str]:
    """Tell which packages ``pip-audit`` said nothing about, of its report as JSON.

    It calls an environment clean also if the advisory service knew not a single package of it. The library
    itself may be unknown there.
    """
    return sorted(
        f"{one['name']}: {one['skip_reason']}"
        for one in told["dependencies"]
        if "skip_reason" in one and canonicalize_name(one["name"]) != canonicalize_name(own)
    )


def vulnerable(told: Mapping[str, Any]) -> list[str]:
    """Tell which packages have known weaknesses, and which versions mend them."""
    return sorted(
        f"{one['name']} {one['version']}: {weak['id']}, mended in"
        f" {', '.join(weak.get('fix_versions') or ['no version yet'])}"
        for one in told["dependencies"]
        for weak in one.get("vulns", ())
    )


def _pandoc(python: str) -> str:
    ask = "import pypandoc; print(pypandoc.get_pandoc_version())"
    return subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - the environment that nox made


def _main(bill: str, bundled: str, python: str, *wanted: str) -> int:
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 - only the session sbom has it
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    inside = Path(bundled).read_text(encoding="utf-8")
    made = completed(
        json.loads(Path(bill).read_text(encoding="utf-8")), json.loads(inside), pandoc=_pandoc(python)
    )
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    valid = JsonStrictValidator(SchemaVersion.V1_6)
    broken = [
        f"{name} is no valid CycloneDX: {fault}"
        for name, one in ((bill, text), (bundled, inside))
        if (fault := valid.validate_str(one))
    ]
    told = [*broken, *faults(made, wanted)]
    if told:
        sys.stderr.write("".join(f"{one}\n" for one in told))
        return 1
    Path(bill).write_text(text, encoding="utf-8", newline="\n")
    count = len(list(_all_of(made["components"])))
    sys.stdout.write(f"{count} components are listed, each with version and licence.\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
