"""The order of all stages: articles in, a validated release out.

`Progress` is called when a piece of work is done, so the time since the call before belongs to the stage it names.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryFile
from traceback import extract_tb

from converters import __version__
from converters.articles.find import Source, find_sources
from converters.articles.model import Arrival, Article, Outcome
from converters.articles.read import read_articles
from converters.errors import EventwireError
from converters.fusion.join import join
from converters.fusion.kept import KeptChains, kept_chains
from converters.graph.assemble import Assembly, chunks, prepare
from converters.graph.history import Earlier
from converters.graph.inference import infer
from converters.graph.nodes import Node
from converters.graph.provenance import Material, Origin
from converters.iris import Iris, fingerprint
from converters.language.parse import model_version, parse
from converters.lexicon import load as lexicon
from converters.linking import decisions, gazetteer
from converters.linking.judgement import thresholds
from converters.linking.kept import KeptReadings
from converters.linking.link import link
from converters.linking.model import LinkedReading
from converters.publishing.earlier import read_earlier
from converters.publishing.release import Release, Stage, stage, writing
from converters.reading.reader import read_document
from converters.services.live import Live
from converters.settings import Settings
from converters.validation.model import Report
from converters.validation.shacl import validate_edition
from converters.validation.writing import turtle
from converters.workers import workers

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run did: an outcome per input, the release folder (None: nothing was published) and the SHACL report.

    `unasked` says of each live service that could not be asked why; the run went on without it.
    """

    outcomes: tuple[Outcome, ...]
    release: Path | None
    report: Report | None
    unasked: tuple[str, ...] = ()


def convert(
    inputs: Iterable[Path], out: Path, settings: Settings, progress: Progress | None = None, after: Path | None = None
) -> RunResult:
    """Converts every article of `inputs` into one release below `out`; `out/latest` moves only if it conforms.

    `after` is an earlier release: what became of its events is told.

    Raises MissingResource, CannotPublish, BadData, BadInput (a gazetteer, decisions, or the cache of services).
    A bad article is an outcome, never an error.
    """
    told = progress or _nobody
    ensure_writable(out)
    gazetteer.load(settings.gazetteers)
    decisions.load(settings.decisions)
    earlier = None if after is None else read_earlier(after)
    with _live(settings) as live:
        readings, outcomes = read_all(find_sources(inputs), settings, told, live)
    unasked = live.failed if live else ()
    if not readings:
        return RunResult(outcomes, None, None, unasked)
    assembly = assemble(readings, settings, told, earlier)
    release, report = publish(assembly, outcomes, out, settings, told)
    return RunResult(outcomes, release.folder if release.conforms else None, report, unasked)


def read_all(
    sources: Sequence[Source], settings: Settings, told: Progress, live: Live | None = None
) -> tuple[tuple[LinkedReading, ...], tuple[Outcome, ...]]:
    """Every article read and linked, and what became of every source. Services are asked here alone, one by one."""
    readings: list[LinkedReading] = []
    outcomes: list[Outcome] = []

    def done(stage: str) -> None:
        told(stage, len(outcomes) + 1, len(sources))

    convert_one = partial(convert_arrival, settings=settings, done=done if settings.processes == 1 else _unseen)
    with workers(settings.processes) as mapped:
        for outcome, linked in mapped(convert_one, read_articles(sources, settings.max_bytes)):
            done("articles")
            if linked is not None and live is not None:
                outcome, linked = _guarded(outcome.path, outcome.stem, partial(_link_live, linked, settings, live))
                done("services")
            outcomes.append(outcome)
            if linked is not None:
                readings.append(linked)
    return tuple(readings), tuple(outcomes)


def convert_arrival(
    arrival: Arrival, settings: Settings, done: Callable[[str], None]
) -> tuple[Outcome, LinkedReading | None]:
    """What became of one input, with its reading if there is one."""
    done("reading files")
    if arrival.article is None:
        return Outcome(arrival.path, arrival.path.stem, arrival.refused, arrival.reason), None
    return _guarded(arrival.path, arrival.article.stem, partial(convert_article, arrival.article, settings, done))


def _guarded(path: Path, stem: str, make: Callable[[], LinkedReading]) -> tuple[Outcome, LinkedReading | None]:
    """What `make` makes of an article, or the fault that it ran into."""
    try:
        linked = make()
    except (EventwireError, OSError, MemoryError):
        raise
    except Exception as fault:  # noqa: BLE001  a fault of ours in one article must not cost the others
        return Outcome(path, stem, "failed", _where(fault)), None
    return Outcome(path, stem, "converted", claims=len(linked.reading.claims)), linked


def _where(fault: Exception) -> str:
    """A fault of eventwire in words to report, with the place in the code."""
    place = extract_tb(fault.__traceback__)[-1]
    name = f"{Path(place.filename).name}:{place.lineno}"
    return f"a fault of eventwire, please report it with this text: {type(fault).__name__}: {fault} ({name})"


def convert_article(article: Article, settings: Settings, done: Callable[[str], None]) -> LinkedReading:
    """One article read and linked: a pure function of the article and the settings, whoever maps it."""
    kept = kept_readings(settings)
    if kept is not None and (found := kept.find(article)) is not None:
        done("kept readings")
        return found
    document = parse(article, settings.model)
    done("language model")
    reading = read_document(document, lexicon.load())
    done("reading events")
    known, decided = gazetteer.load(settings.gazetteers), decisions.load(settings.decisions)
    linked = link(reading, known, decided, thresholds(settings.linked, settings.possible))
    done("linking")
    if kept is not None:
        kept.keep(linked)
    return linked


@contextmanager
def _live(settings: Settings) -> Iterator[Live | None]:
    """The services that the settings name, None if they name none."""
    if settings.live is None:
        yield None
        return
    from converters.services.open import live

    with closing(live(settings.live)) as found:
        yield found


def _link_live(linked: LinkedReading, settings: Settings, live: Live) -> LinkedReading:
    """A reading with what services know of its open names."""
    known, decided = gazetteer.load(settings.gazetteers), decisions.load(settings.decisions)
    return live.link(linked, known, decided, thresholds(settings.linked, settings.possible))


@cache
def kept_readings(settings: Settings) -> KeptReadings | None:
    """Where readings made with these settings are kept, if they are."""
    if settings.readings is None:
        return None
    made_with = replace(settings, base=Settings().base, engine="auto", processes=1, live=None, readings=None)
    return KeptReadings(settings.readings, fingerprint(made_with, origin(settings)))


@contextmanager
def _kept_chains(settings: Settings) -> Iterator[KeptChains | None]:
    """The chains of accounts kept beside the readings; none where services may have changed these since."""
    readings = kept_readings(settings)
    if readings is None or settings.live is not None:
        yield None
        return
    with kept_chains(readings.folder, readings.state) as kept:
        yield kept


def assemble(
    readings: Iterable[LinkedReading],
    settings: Settings,
    progress: Progress | None = None,
    earlier: Earlier | None = None,
) -> Assembly:
    """The articles joined, and everything in them named; `earlier` is the release before."""
    told = progress or _nobody
    with _kept_chains(settings) as kept:
        edition = join(readings, lexicon.load().superclass, kept)
    told("joining articles", 1, 1)
    assembly = prepare(edition, Iris(settings.base), origin(settings), earlier)
    told("graph", 1, 1)
    return assembly


def publish(
    assembly: Assembly, outcomes: Iterable[Outcome], out: Path, settings: Settings, told: Progress
) -> tuple[Release, Report]:
    """The files of a release, written, validated and, if they conform, made `latest`."""
    articles = len(assembly.readings)
    with stage(out, assembly) as staged:
        for lines in infer(_written(assembly, staged, told), settings.engine):
            staged.infer(lines)
            told("inference", 1, 1)
        report = validate_edition(staged.articles(), staged.shared(), settings.engine)
        told("validation", 1, 1)
        release = staged.release(outcomes, turtle(report), conforms=report.conforms)
        told("writing", articles, articles)
    return release, report


def _written(assembly: Assembly, staged: Stage, told: Progress) -> Iterator[tuple[Node, ...]]:
    """The nodes of each chunk, as soon as the chunk is in every file."""
    articles = len(assembly.readings)
    for number, chunk in enumerate(chunks(assembly), start=1):
        told("graph", min(number, articles), articles)
        staged.write(chunk)
        told("writing", min(number, articles), articles)
        yield chunk.nodes


def origin(settings: Settings) -> Origin:
    """Which version of eventwire, its knowledge and its language model make the data."""
    known = gazetteer.load(settings.gazetteers)
    layers = (
        Material(f"gazetteer-{number}", f"gazetteer {layer.path.name}", sha256=layer.digest)
        for number, layer in enumerate(known.layers, start=1)
    )
    decided = decisions.load(settings.decisions)
    limits = thresholds(settings.linked, settings.possible)
    own = (
        (Material("thresholds", "thresholds of links", version=limits.text),)
        if limits != thresholds(None, None)
        else ()
    )
    human = (Material("decisions", f"decisions {decided.source}", sha256=decided.digest),) if decided.digest else ()
    return Origin(
        __version__,
        (
            Material("lexicon", "event lexicon", sha256=lexicon.load().digest),
            Material("gazetteer", "gazetteer", sha256=known.digest),
            *layers,
            *human,
            *own,
            Material("model", f"language model {settings.model}", version=model_version(settings.model)),
        ),
    )


def ensure_writable(out: Path) -> None:
    """Makes the output folder before any work is done for it. Raises CannotPublish if nothing can be written there."""
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=out).close()


def _unseen(stage: str) -> None:
    """The progress of an article in another process."""


def _nobody(stage: str, done: int, total: int) -> None:
    """The progress that nobody watches."""
