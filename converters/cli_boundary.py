"""Where errors end: every expected failure becomes one line on stderr and an exit code, never a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from converters.errors import BadData, BadInput, EventwireError, MissingResource

FAILED = 1
NOT_UNDERSTOOD = 2
NOTHING_PUBLISHED = 3
BROKEN_INSTALLATION = 4
INTERRUPTED = 130


@contextmanager
def told_plainly() -> Iterator[None]:
    """Runs the block, or the function it decorates; an expected failure ends the process with a message and a code."""
    try:
        yield
    except EventwireError as error:
        _end(str(error), _code_of(error))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(FAILED)
    except OSError as error:
        _end(f"{error.filename or 'writing'}: {error.strerror or error}", NOTHING_PUBLISHED)
    except KeyboardInterrupt:
        _end("interrupted; what was published before is untouched", INTERRUPTED)


def _code_of(error: EventwireError) -> int:
    if isinstance(error, BadInput):
        return NOT_UNDERSTOOD
    if isinstance(error, MissingResource | BadData):
        return BROKEN_INSTALLATION
    return NOTHING_PUBLISHED


def _end(message: str, code: int) -> None:
    print(f"eventwire: {message}", file=sys.stderr)
    sys.exit(code)
