"""Templates: plain data only, strict about names, blocks overridden singly, faults told with their place."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from jmdexport.documents.environment import library_templates, render
from jmdexport.documents.faults import TemplateFault
from jmdmodel.entities.service import Service
from jmdmodel.errors import ModelError

PAGE = {
    "language": "de",
    "title": "T",
    "policy": "default-src 'none'",
    "style": "",
    "contents_heading": "Inhalt",
    "contents": [],
    "lead": "",
    "body": "",
}


def folder_with(tmp_path: Path, text: str, name: str = "page.html.jinja") -> tuple[Path, ...]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return (tmp_path,)


def page(folders: tuple[Path, ...] = (), **changes: Any) -> str:
    return render("page.html.jinja", {**PAGE, **changes}, language="de", kind="text/html", folders=folders)


def markdown(tmp_path: Path, text: str, **data: Any) -> str:
    """Render a template of the caller's own in the place of the report."""
    return render(
        "report.md.jinja", data, language="de", folders=folder_with(tmp_path, text, "report.md.jinja")
    )


def fault_of(tmp_path: Path, text: str, **data: Any) -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        markdown(tmp_path, text, **data)
    return caught.value


def test_every_value_of_a_markdown_template_is_escaped(tmp_path: Path) -> None:
    assert markdown(tmp_path, "# {{ name }}\n", name="<b> *x* [y](z)") == "# \\<b\\> \\*x\\* \\[y\\](z)\n"


def test_a_value_in_a_block_printed_with_super_is_escaped_once(tmp_path: Path) -> None:
    (tmp_path / "base.jinja").write_text("{% block a %}{{ name }}{% endblock %}", encoding="utf-8")
    own = '{% extends "base.jinja" %}{% block a %}{{ super() }}!{% endblock %}'
    assert markdown(tmp_path, own, name="*x*") == "\\*x\\*!\n"


def test_a_value_printed_by_a_macro_is_escaped_once(tmp_path: Path) -> None:
    own = "{% macro bold(word) %}**{{ word }}**{% endmacro %}{{ bold(name) }}"
    assert markdown(tmp_path, own, name="*x*") == "**\\*x\\***\n"


@pytest.mark.parametrize("name", ["safe", "escape", "e", "tojson", "random"])
def test_no_filter_of_a_markdown_template_lets_markup_or_chance_through(tmp_path: Path, name: str) -> None:
    assert fault_of(tmp_path, "{{ x | " + name + " }}", x="<b>").name == name


def test_every_value_of_the_page_is_escaped() -> None:
    assert "<title>&lt;script&gt;</title>" in page(title="<script>")


def test_dates_and_numbers_take_the_form_of_the_language(tmp_path: Path) -> None:
    text = (
        "{{ day | date }} {{ day | long_date }} {{ n | number }} {{ n | decimal(2) }} {{ share | percent }}"
    )
    shown = markdown(tmp_path, text, day="2025-03-01", n=12345, share="1/8")
    assert shown == "01.03.2025 1\\. März 2025 12.345 12.345,00 12,5\u00a0%\n"


def test_an_unknown_name_is_told_with_file_line_and_the_nearest_name(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "# A\n\n{{ servise.name }}\n", service={"name": "JMD"})
    assert (fault.template, fault.line, fault.near) == (str(tmp_path / "report.md.jinja"), 3, "service")


def test_an_unknown_key_is_told_with_the_nearest_key_of_that_part(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "\n{{ service.nmae }}\n", service={"name": "JMD", "facts": ""})
    assert (fault.line, fault.name, fault.near) == (2, "nmae", "name")


def test_an_unknown_filter_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "a\nb\n{{ x | tabel }}", x="1")
    assert (fault.line, fault.near) == (3, "table")


def test_wrong_syntax_is_told_with_its_line(tmp_path: Path) -> None:
    assert fault_of(tmp_path, "a\n{% if x %}\n").line == 2


def test_an_error_while_rendering_is_told_with_its_line(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "a\n\n{{ 1 // n }}", n=0)
    assert fault.line == 3
    assert "ZeroDivisionError" in str(fault)


@pytest.mark.parametrize(
    "text",
    [
        "{{ name.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{{ parts.append('x') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ name.format.__globals__ }}",
    ],
)
def test_a_template_cannot_reach_beyond_its_data_or_change_it(tmp_path: Path, text: str) -> None:
    assert fault_of(tmp_path, text, name="x", parts=["a"]).line == 1


def test_an_own_folder_overrides_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    own = '{% extends "jmd/page.html.jinja" %}\n{% block lead %}<p>Vorwort</p>{% endblock %}\n'
    shown = page(folder_with(tmp_path, own), lead="weg")
    assert "<p>Vorwort</p>" in shown
    assert "<title>T</title>" in shown
    assert "weg" not in shown


def test_a_block_that_the_library_does_not_have_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    own = '{% extends "jmd/page.html.jinja" %}\n\n{% block contens %}x{% endblock %}\n'
    with pytest.raises(TemplateFault) as caught:
        page(folder_with(tmp_path, own))
    assert (caught.value.line, caught.value.near) == (3, "contents")


def test_a_block_inside_a_block_of_the_library_may_be_new(tmp_path: Path) -> None:
    own = '{% extends "jmd/page.html.jinja" %}{% block lead %}{% block mine %}Neu{% endblock %}{% endblock %}'
    assert "Neu" in page(folder_with(tmp_path, own))


def test_text_outside_of_all_blocks_is_refused_because_it_would_never_be_printed(tmp_path: Path) -> None:
    own = '{% extends "jmd/page.html.jinja" %}\n{# Notiz #}\n\nVorwort\n{% block lead %}x{% endblock %}\n'
    with pytest.raises(TemplateFault) as caught:
        page(folder_with(tmp_path, own))
    assert caught.value.line == 4


def test_the_first_folder_that_has_the_file_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder, word in ((first, "eins"), (second, "zwei")):
        folder.mkdir()
        folder_with(folder, '{% extends "jmd/page.html.jinja" %}{% block lead %}' + word + "{% endblock %}")
    assert "eins" in page((first, second))


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="no such folder"):
        page((tmp_path / "fehlt",))


def test_a_folder_whose_files_override_nothing_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as caught:
        page(folder_with(tmp_path, "x", "report.md.jinj.jinja"))
    assert caught.value.near == "report.md.jinja"


def test_a_missing_template_is_told_with_all_places_that_were_searched(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, '{% include "kopf.jinja" %}')
    assert str(tmp_path) in fault.in_("de")
    assert "den Vorlagen der Bibliothek" in fault.in_("de")


def test_a_template_cannot_be_fetched_from_outside_of_its_folder(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "geheim.jinja").write_text("geheim", encoding="utf-8")
    assert fault_of(inner, '{% include "../geheim.jinja" %}').template


def test_a_template_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.md.jinja").write_bytes("Köln".encode("latin-1"))
    with pytest.raises(TemplateFault, match="UTF-8"):
        render("report.md.jinja", {}, language="de", folders=(tmp_path,))


def test_an_entity_never_reaches_a_template() -> None:
    service = Service(name="JMD", provider="Träger")
    with pytest.raises(ModelError, match=r"data\.service\[0\] is a Service"):
        render("report.md.jinja", {"service": [service]}, language="de")  # type: ignore[list-item]


def test_a_key_that_a_method_of_dicts_hides_is_refused() -> None:
    with pytest.raises(ModelError, match="items"):
        render("report.md.jinja", {"report": {"items": "x"}}, language="de")


def test_a_fault_pickles_and_tells_itself_in_both_languages() -> None:
    with pytest.raises(TemplateFault) as caught:
        render("raport.md.jinja", {}, language="de")
    back = pickle.loads(pickle.dumps(caught.value))
    assert back.in_("de") == caught.value.in_("de")
    assert "Gemeint ist vielleicht „report.md.jinja“" in back.in_("de")
    assert 'Did you mean "report.md.jinja"?' in back.in_("en")


def test_the_library_names_its_own_templates() -> None:
    assert library_templates() == (
        "findings.css",
        "findings.html.jinja",
        "findings.md.jinja",
        "letter.md.jinja",
        "page.css",
        "page.html.jinja",
        "report.md.jinja",
    )
