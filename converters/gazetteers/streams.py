"""Files of lines, plain or compressed, read as a stream that can be taken up again where it was left."""

import bz2
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from converters.errors import BadInput
from converters.gazetteers.model import Mark


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked if its name ends in .gz, .bz2 or .zip (its first member)."""
    match path.suffix:
        case ".gz":
            with gzip.open(path) as stream:
                yield cast(BinaryIO, stream)
        case ".bz2":
            with bz2.open(path) as stream:
                yield cast(BinaryIO, stream)
        case ".zip":
            with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as member:
                yield cast(BinaryIO, member)
        case _:
            with path.open("rb") as stream:
                yield stream


def text_of(path: Path) -> str:
    """A whole small file as text. Raises BadInput if it is cut off or is not UTF-8."""
    with opened(path) as stream, told(path, Mark()):
        return stream.read().decode("utf-8-sig")


def lines(path: Path, after: Mark) -> Iterator[tuple[Mark, bytes]]:
    """The lines behind `after`, each with the mark of having read it, without a digest (see `sealed`).

    The file may have grown or been repaired in the meantime; if its line at `after` is another one, it is read from the
    start, which is told by a mark whose line is 1. Raises BadInput if the file ends within its compression.
    """
    with opened(path) as stream:
        mark = after
        with told(path, mark):
            mark = after if _is_at(stream, after) else Mark()
            stream.seek(mark.end)
        while True:
            with told(path, mark):
                line = stream.readline()
            if not line:
                return
            mark = Mark(mark.line + 1, mark.end, mark.end + len(line))
            yield mark, line


def sealed(mark: Mark, line: bytes) -> Mark:
    """A mark that can be recognised in the file later."""
    return Mark(mark.line, mark.start, mark.end, sha256(line).hexdigest())


@contextmanager
def told(path: Path, mark: Mark) -> Iterator[None]:
    """Damage of a file told with the line behind which it lies. Raises BadInput."""
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error, zipfile.BadZipFile) as error:
        raise BadInput(f"{path}:{mark.line + 1}: the file is cut off or damaged here: {error}") from error
    except UnicodeDecodeError as error:
        line = mark.line + 1 + bytes(error.object[: error.start]).count(b"\n")
        raise BadInput(f"{path}:{line}: not UTF-8 at byte {error.start} of the file") from error
    except OSError as error:
        if error.errno is not None or path.suffix != ".bz2":
            raise
        raise BadInput(f"{path}:{mark.line + 1}: the file is damaged here: {error}") from error


def _is_at(stream: BinaryIO, mark: Mark) -> bool:
    """Whether the line before the mark is the one that was read then."""
    if not mark.digest:
        return False
    stream.seek(mark.start, io.SEEK_SET)
    return sha256(stream.readline()).hexdigest() == mark.digest
