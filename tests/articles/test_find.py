"""Finding articles: order, what counts as one, and names that two files share."""

from pathlib import Path

from converters.articles.find import find_sources
from converters.articles.read import read_articles


def write(path: Path, text: str = "Rain.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_folder_yields_its_text_files_sorted_with_subfolders(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name) for name in ("a.txt", "b/c.txt", "d.TXT")]
    for name in ("README.md", ".hidden.txt", ".git/e.txt", "picture.png"):
        write(tmp_path / name)
    assert [source.path for source in find_sources([tmp_path])] == wanted


def test_a_named_file_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    path = write(tmp_path / "letter.md")
    assert [source.path for source in find_sources([path])] == [path]


def test_inputs_keep_their_order(tmp_path: Path) -> None:
    later, earlier = write(tmp_path / "z.txt"), write(tmp_path / "a.txt")
    assert [source.path for source in find_sources([later, earlier])] == [later, earlier]


def test_a_folder_without_articles_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "empty" / "README.md")
    path = write(tmp_path / "a.txt")
    arrivals = list(read_articles(find_sources([tmp_path / "empty", path]), 100))
    assert [arrival.article is not None for arrival in arrivals] == [False, True]
    assert (arrivals[0].path.name, arrivals[0].reason) == ("empty", "the folder holds no article (no *.txt file)")


def test_two_files_of_one_stem_get_names_that_do_not_depend_on_order(tmp_path: Path) -> None:
    write(tmp_path / "2031" / "notes.txt", "Rain.")
    write(tmp_path / "2032" / "notes.txt", "Snow.")
    there = [tmp_path / "2031", tmp_path / "2032"]
    stems = [
        {arrival.article.stem for arrival in read_articles(find_sources(order), 100) if arrival.article}
        for order in (there, there[::-1])
    ]
    assert stems[0] == stems[1]
    assert len(stems[0]) == 2
    assert all(stem.startswith("notes-") for stem in stems[0])


def test_a_file_given_twice_keeps_its_plain_name(tmp_path: Path) -> None:
    path = write(tmp_path / "notes.txt")
    first, *_ = read_articles(find_sources([tmp_path, path]), 100)
    assert first.article is not None
    assert first.article.stem == "notes"
