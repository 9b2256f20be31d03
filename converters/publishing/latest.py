"""`latest` beside the releases: a symbolic link, or a copy where the file system knows no links."""

import shutil
from pathlib import Path


def point(out: Path, version: str) -> None:
    """Makes `out/latest` the release `version`, at once where links work. On OSError `latest` stays as it was."""
    latest, new, old = out / "latest", out / ".latest-new", out / ".latest-old"
    for rest in (new, old):
        remove(rest)
    try:
        new.symlink_to(version, target_is_directory=True)
    except (OSError, NotImplementedError):
        shutil.copytree(out / version, new)
    if latest.is_dir() and not latest.is_symlink():
        latest.rename(old)
        try:
            new.rename(latest)
        except OSError:
            old.rename(latest)
            raise
        remove(old)
    elif new.is_symlink() or not latest.is_symlink():
        new.replace(latest)
    else:
        latest.unlink()
        new.rename(latest)


def remove(path: Path) -> None:
    """Removes a folder, link or file if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
