"""The vocabulary is consistent in itself: every word in both languages, no two alike."""

from __future__ import annotations

import importlib
import re
from collections import Counter

import pytest

from jmdmodel.messages import LANGUAGES
from jmdmodel.scales import Coded, Ordinal
from jmdmodel.vocabulary import (
    FRAMEWORK,
    SUB_KINDS,
    ContributionKind,
    Formalisation,
    MapGroup,
    PartnerKind,
    PoliticalInfluence,
    SpatialExtent,
    WorkArea,
    all_vocabularies,
    kinds_of_vocabulary,
)

WORDS = all_vocabularies()
ANCHORED = {Formalisation, SpatialExtent, PoliticalInfluence, WorkArea}
"""Lists in which people would draw the line differently without a sentence for each word."""


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
            assert word.name.replace("_", "-").lower() == word.code
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


def test_every_sector_of_the_map_has_kinds_and_every_kind_a_sector() -> None:
    assert {kind.group for kind in PartnerKind} == set(MapGroup)


def test_sub_kinds_hang_below_kinds_of_their_list_and_shadow_none() -> None:
    assert SUB_KINDS.keys() == kinds_of_vocabulary().keys()
    for part, kinds in kinds_of_vocabulary().items():
        codes = [sub.code for sub in SUB_KINDS[part]]
        assert len(set(codes)) == len(codes)
        assert not set(codes) & {kind.code for kind in kinds}
        assert all(sub.parents and set(sub.parents) <= set(kinds) for sub in SUB_KINDS[part])
        assert all(sub.label.de and sub.label.en for sub in SUB_KINDS[part])


def test_the_concept_has_nine_kinds_of_contribution() -> None:
    assert len(ContributionKind) == 9


def test_the_version_of_the_concept_is_stated() -> None:
    assert (FRAMEWORK.number, FRAMEWORK.dated) == (7, "2016-02-25")
