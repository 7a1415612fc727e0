"""Everything that the kit finds out about one exporter, before any check judges it."""

from __future__ import annotations

import importlib.util
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import attrs

from jmdexport.records import Exporter, Medium
from jmdexport.testing import _workers
from jmdexport.testing._content import is_text
from jmdexport.testing._rendering import Made, Order, View, made_of, tried
from jmdexport.testing._worker import Finder, Job, Views
from jmdexport.testing._workers import Answer
from jmdexport.testing.samples import NAUGHTY_SAMPLES, view_of
from jmdmodel.messages import Language
from jmdmodel.scales import Audience

NAUGHTY_TITLE = "\"><script>zqharm()</script> & 'zq' \\ =zqharm(1)"
_NOT_RUN = Answer(started=False)


@attrs.define(kw_only=True)
class Trial:
    """An exporter with what came of its calls, here and in other processes.

    Attributes:
        exporter: The exporter.
        finder: How it is found in another process.
        top: The highest audience that it is tried for.
        timeout: How many seconds a process gets.
        made: What came of the first call, by order.
        again: What came of a second one.
        here: The process with another hash seed.
        away: The process on a machine set up differently.
        needy: The process without the optional packages.
    """

    exporter: Exporter
    finder: Finder
    top: Audience
    timeout: float
    made: dict[Order, Made] = attrs.field(factory=dict)
    again: dict[Order, Made] = attrs.field(factory=dict)
    here: Answer = _NOT_RUN
    away: Answer = _NOT_RUN
    needy: Answer = _NOT_RUN
    _views: dict[tuple[str, Audience], View] = attrs.field(factory=dict)

    @property
    def media(self) -> tuple[Medium, ...]:
        """The forms whose packages are installed."""
        return tuple(medium for medium in self.exporter.media if not self.lacking(medium))

    def lacking(self, medium: Medium) -> tuple[tuple[str, str], ...]:
        """Give the packages that a form needs and that are not installed here."""
        needed = (*self.exporter.requires, *medium.requires)
        return tuple(pair for pair in needed if not _is_there(pair[0]))

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """The audiences that the exporter may be asked for."""
        return tuple(audience for audience in sorted(Audience) if audience <= self.top)

    def view(self, order: Order) -> View:
        """Give the view for an order; the same one to all calls, as in a run with several exporters."""
        key = order.sample, order.audience
        if key not in self._views:
            self._views[key] = view_of(*key)
        return self._views[key]

    def changed_views(self) -> Iterator[tuple[str, Audience]]:
        """Yield the views that are no longer what they were."""
        return (key for key, view in sorted(self._views.items()) if view != view_of(*key))

    def orders(
        self,
        *samples: str,
        audience: Audience | None = None,
        languages: Sequence[Language] = ("de",),
        texts: bool = False,
    ) -> tuple[Order, ...]:
        """Give the orders for some samples in every form, or in those that are texts."""
        return tuple(
            Order(
                sample=sample,
                audience=self.top if audience is None else audience,
                suffix=medium.suffix,
                language=language,
                title=NAUGHTY_TITLE if sample.startswith("naughty") else "",
            )
            for sample in samples
            for medium in self.media
            for language in languages
            if is_text(medium.media_type) or not texts
        )

    @property
    def example(self) -> tuple[Order, ...]:
        """The example in every form and both languages."""
        return self.orders("example", languages=("de", "en"))

    @property
    def sound(self) -> tuple[Order, ...]:
        """What holds no hostile text."""
        return (*self.example, *self.orders("full", "empty", "one"), *self.orders("some", texts=True))

    @property
    def naughty(self) -> tuple[Order, ...]:
        """The example with hostile texts; pictures made of dots once only, as they take long."""
        first, *others = NAUGHTY_SAMPLES
        return (*self.orders(first), *self.orders(*others, texts=True))

    @property
    def neutral(self) -> tuple[Order, ...]:
        """The example with texts that are no words, in both languages."""
        return self.orders("neutral", languages=("de", "en"), texts=True)

    @property
    def canaries(self) -> tuple[Order, ...]:
        """The example with canaries above each audience."""
        return tuple(
            order for one in self.audiences for order in self.orders(f"canary/{one.code}", audience=one)
        )

    def twin(self, order: Order) -> Order:
        """Give the order for the example without canaries, for the same audience."""
        return attrs.evolve(order, sample="example")

    @property
    def repeated(self) -> tuple[Order, ...]:
        """What is run again, here and elsewhere."""
        english = self.orders("example", languages=("en",), texts=True)
        return (*self.orders("example"), *english, *self.orders("full", texts=True))

    @property
    def many(self) -> tuple[Order, ...]:
        """The sample with many partners, in the first form and in all that are texts."""
        return tuple(dict.fromkeys((*self.orders("many")[:1], *self.orders("many", texts=True))))

    def run(self) -> None:
        """Run everything: two or three processes, and this one meanwhile."""
        with ThreadPoolExecutor(max_workers=3) as pool:
            here = pool.submit(self._run_here)
            away = pool.submit(self._run_away)
            needy = pool.submit(self._run_needy)
            for order in (*self.sound, *self.naughty, *self.neutral, *self.canaries, *self._twins()):
                if order not in self.made:
                    self.made[order] = self.call(order)
            for order in self.repeated:
                self.again[order] = self.call(order)
            self.here, self.away, self.needy = here.result(), away.result(), needy.result()

    def _twins(self) -> Iterator[Order]:
        return (self.twin(order) for order in self.canaries if order in self.orders_of_texts())

    def orders_of_texts(self) -> frozenset[Order]:
        """Give the orders for canaries in forms that are texts."""
        return frozenset(
            order
            for one in self.audiences
            for order in self.orders(f"canary/{one.code}", audience=one, texts=True)
        )

    def call(self, order: Order) -> Made:
        """Run the exporter in this process."""
        return made_of(self.exporter, order, self.view(order))

    def _job(self, *plain: Order, watched: tuple[Order, ...] = (), blocked: tuple[str, ...] = ()) -> Job:
        keys = {(order.sample, order.audience) for order in (*watched, *plain)}
        views: Views = {key: view_of(*key) for key in sorted(keys)}
        return Job(finder=self.finder, views=views, watched=watched, plain=plain, blocked=blocked)

    def _run_here(self) -> Answer:
        job = self._job(*self.repeated, watched=self.orders("example"))
        return _workers.run(job, _workers.here(), away=False, timeout=self.timeout)

    def _run_away(self) -> Answer:
        job = attrs.evolve(self._job(*self.repeated, *self.many), other_locale=True)
        return _workers.run(job, _workers.elsewhere(), away=True, timeout=self.timeout)

    def _run_needy(self) -> Answer:
        media = self.exporter.media
        modules = {module for module, _ in (*self.exporter.requires, *(p for m in media for p in m.requires))}
        if not modules:
            return _NOT_RUN
        free = (
            () if self.exporter.requires else tuple(medium.suffix for medium in media if not medium.requires)
        )
        plain = tuple(order for order in self.orders("example") if order.suffix in free)
        job = self._job(*plain, blocked=tuple(sorted(modules)))
        return _workers.run(job, _workers.here(), away=False, timeout=self.timeout)


def finder_of(exporter: Exporter) -> Finder:
    """Tell how a record that was handed over is found in another process."""
    packed, _ = tried(lambda: pickle.dumps(exporter))
    if packed is None:  # the check of packing tells why
        return Finder(name=exporter.name, plugins=(getattr(exporter.render, "__module__", ""),))
    return Finder(name=exporter.name, packed=packed)


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False
