"""The vocabulary is consistent in itself: every word in both languages, no two alike."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from typing import get_args, get_origin

import pytest

from jmdmodel import entities
from jmdmodel.collection import Collection
from jmdmodel.entities import Term, Vocabulary
from jmdmodel.fields import about_field, fields_of, is_entity
from jmdmodel.ids import is_identifier
from jmdmodel.messages import LANGUAGES
from jmdmodel.scales import Coded, Importance, Intensity, Ordinal, TieStrength
from jmdmodel.vocabulary import (
    FRAMEWORK,
    SUB_KINDS,
    Bindingness,
    ContributionKind,
    Formalisation,
    MapGroup,
    PartnerKind,
    PoliticalInfluence,
    Severity,
    SpatialExtent,
    WorkArea,
    all_vocabularies,
    kinds_of_vocabulary,
)

WORDS = all_vocabularies()
RATED = {
    Bindingness,
    Formalisation,
    Importance,
    Intensity,
    PoliticalInfluence,
    Severity,
    SpatialExtent,
    TieStrength,
}
"""The scales that people rate by."""
ANCHORED = RATED | {WorkArea}
"""Lists in which people would draw the line differently without a sentence for each word."""


MADE_OF = tuple(value for name in entities.__all__ if is_entity(value := getattr(entities, name)))
ALL_FIELDS = [field for cls in MADE_OF for field in fields_of(cls)]


def name_of(cls: type) -> str:
    return cls.__name__


def test_lists_of_other_modules_are_no_vocabulary_whatever_is_imported() -> None:
    place = importlib.import_module("jmdmodel.analysis.ratings").Place
    assert issubclass(place, Coded)
    assert place not in all_vocabularies()
    assert {cls.__module__ for cls in all_vocabularies()} == {"jmdmodel.scales", "jmdmodel.vocabulary"}


def test_every_list_is_there_once() -> None:
    assert len(WORDS) == len(set(WORDS)) >= 25
    assert [cls.__name__ for cls in WORDS] == sorted(cls.__name__ for cls in WORDS)
    assert {Formalisation, PartnerKind, MapGroup} <= set(WORDS)


@pytest.mark.parametrize("words", WORDS, ids=name_of)
def test_labels_and_plurals_stand_in_both_languages(words: type[Coded]) -> None:
    for word in words:
        for said in (word.label, word.plural):
            for language in LANGUAGES:
                text = said.in_(language)
                assert text
                assert text == text.strip()
                assert not text.endswith((".", ":", ";"))
                assert "  " not in text


@pytest.mark.parametrize("words", WORDS, ids=name_of)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_of_a_list_have_the_same_label(words: type[Coded], language: str) -> None:
    labels = Counter(word.label.in_(language).casefold() for word in words)  # type: ignore[arg-type]
    assert [label for label, count in labels.items() if count > 1] == []


@pytest.mark.parametrize("words", WORDS, ids=name_of)
def test_codes_are_numbers_of_steps_or_words_with_hyphens(words: type[Coded]) -> None:
    for word in words:
        if isinstance(word.value, int):
            assert word.value == word.step
        else:
            assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", word.code)
            spoken = word.name.replace("_", "-").lower()
            band = re.fullmatch("from-([0-9]+)", spoken)  # no name begins with a digit: named by its start
            assert word.code == spoken or (band and re.fullmatch(f"{band[1]}-[0-9]+", word.code))
    assert len({word.code for word in words}) == len(words)


@pytest.mark.parametrize("words", WORDS, ids=name_of)
def test_anchors_are_sentences_and_where_one_word_has_one_all_have(words: type[Coded]) -> None:
    anchors = [word.anchor for word in words if word.anchor is not None]
    assert len(anchors) == (len(words) if anchors or words in ANCHORED else 0)
    for language in LANGUAGES:
        told = [anchor.in_(language) for anchor in anchors]
        assert all(re.match("[A-ZÄÖÜ].*[.]$", text) for text in told)
        assert len(set(told)) == len(told)


@pytest.mark.parametrize("words", WORDS, ids=name_of)
def test_every_list_says_in_german_what_it_is(words: type[Coded]) -> None:
    assert words.__doc__ is not None
    assert "German:" in words.__doc__


@pytest.mark.parametrize("words", [cls for cls in WORDS if issubclass(cls, Ordinal)], ids=name_of)
def test_a_scale_has_at_least_two_steps(words: type[Ordinal]) -> None:
    assert len(words) >= 2


def test_the_scales_that_people_rate_by_are_scales_in_the_vocabulary() -> None:
    assert set(WORDS) >= RATED
    assert all(issubclass(scale, Ordinal) for scale in RATED)
    rated = {field.type for field in ALL_FIELDS} | {part for f in ALL_FIELDS for part in get_args(f.type)}
    assert rated >= RATED


@pytest.mark.parametrize("scale", sorted(RATED, key=name_of), ids=name_of)
def test_every_step_of_a_rating_scale_has_a_sentence_of_its_own_in_both_languages(
    scale: type[Ordinal],
) -> None:
    for step in scale:
        assert step.anchor is not None
        for language in LANGUAGES:
            anchor, label = step.anchor.in_(language), step.label.in_(language)
            assert anchor.endswith(".")
            assert anchor.removesuffix(".").casefold() != label.casefold()


@pytest.mark.parametrize("scale", [cls for cls in WORDS if issubclass(cls, Ordinal)], ids=name_of)
def test_the_steps_of_a_scale_are_ordered_as_they_are_counted(scale: type[Ordinal]) -> None:
    assert sorted(scale) == list(scale)
    assert [step.step for step in scale] == list(range(1, len(scale) + 1))


def test_every_open_list_has_its_part_in_the_workspace_and_each_part_is_an_open_list() -> None:
    parts = {field.name: field.type for field in fields_of(Vocabulary)}
    assert parts == dict.fromkeys(kinds_of_vocabulary(), Collection[Term])
    assert set(kinds_of_vocabulary().values()) <= set(WORDS)


def test_every_open_list_is_used_by_a_field() -> None:
    used = {about_field(field).terms for field in ALL_FIELDS} - {None}
    assert used == set(kinds_of_vocabulary())


@pytest.mark.parametrize(
    "owner",
    [cls for cls in MADE_OF if any(about_field(field).terms for field in fields_of(cls))],
    ids=name_of,
)
def test_an_own_word_stands_beside_the_kind_that_it_is_below(owner: type) -> None:
    fields = {field.name: field for field in fields_of(owner)}
    for field in fields.values():
        told = about_field(field)
        if told.terms is not None:
            kinds = kinds_of_vocabulary()[told.terms]
            assert told.below in fields
            assert fields[told.below].type in {kinds, kinds | None, tuple[kinds, ...]}
            several = get_origin(fields[told.below].type) is tuple
            assert field.type == (tuple[str, ...] if several else str | None)


def test_every_sector_of_the_map_has_kinds_and_every_kind_a_sector() -> None:
    assert {kind.group for kind in PartnerKind} == set(MapGroup)


def test_sub_kinds_hang_below_kinds_of_their_list_and_shadow_none() -> None:
    assert SUB_KINDS.keys() == kinds_of_vocabulary().keys()
    for part, kinds in kinds_of_vocabulary().items():
        codes = [sub.code for sub in SUB_KINDS[part]]
        assert len(set(codes)) == len(codes)
        assert not set(codes) & {kind.code for kind in kinds}
        assert all(sub.parents and set(sub.parents) <= set(kinds) for sub in SUB_KINDS[part])
        assert all(is_identifier(code) for code in codes)
        for language in LANGUAGES:
            labels = [word.label.in_(language).casefold() for word in (*SUB_KINDS[part], *kinds)]
            assert all(labels)
            assert len(set(labels)) == len(labels)


def test_the_concept_has_nine_kinds_of_contribution() -> None:
    assert len(ContributionKind) == 9


def test_the_version_of_the_concept_is_stated() -> None:
    assert (FRAMEWORK.number, FRAMEWORK.dated) == (7, "2016-02-25")
