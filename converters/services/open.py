"""The services that the settings of a run name, ready to be asked."""

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack

from converters.errors import MissingResource
from converters.gazetteers.recipe import Recipe, recipe
from converters.services.known import endpoint, rules
from converters.services.live import Live
from converters.services.model import Endpoint, Kind, Service
from converters.settings import Live as LiveSettings

try:
    from converters.services.polite import Polite
    from converters.services.reconciliation import Reconciliation
    from converters.services.remembered import Remembered
    from converters.services.sparql import Sparql
    from converters.services.wikibase import Wikibase
except ModuleNotFoundError as error:
    raise MissingResource(f"asking services needs {error.name}: pip install 'eventwire[services]'") from error

Client = type[Wikibase] | type[Reconciliation] | type[Sparql]
CLIENTS: Mapping[Kind, Client] = {"wikibase": Wikibase, "reconciliation": Reconciliation, "sparql": Sparql}
Sleep = Callable[[float], None]


def live(asked: LiveSettings, sleep: Sleep = time.sleep) -> Live:
    """The services that are asked. Raises BadInput if no answers can be kept, or a service has no such name."""
    with ExitStack() as closing:
        services = [opened(endpoint(name), asked, recipe(), closing, sleep) for name in asked.services]
        return Live(services, closing.pop_all())


def opened(
    where: Endpoint, asked: LiveSettings, taken: Recipe, closing: ExitStack, sleep: Sleep = time.sleep
) -> Service:
    """A client of one service, which takes what the recipe says; `closing` closes it."""
    kept = Remembered(asked.cache)
    closing.callback(kept.close)
    polite = Polite(where.shown, asked.contact, rules().manners, sleep)
    closing.callback(polite.close)
    return CLIENTS[where.kind](where, polite, kept, rules(), taken)
