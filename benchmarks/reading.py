"""What reading costs beside the bare language model: python benchmarks/reading.py [--articles 60]

The same paragraphs go through spaCy's pipeline alone and through the whole of reading and linking, article by article
in turns, so that both meet the same machine. Time is the processor's.
"""

import argparse
import tempfile
from pathlib import Path
from time import process_time

import spacy
from run import SETTINGS, write_articles  # benchmarks/run.py, beside this file

from converters.articles.read import read_article
from converters.language.blocks import cut
from converters.pipeline import convert_article


def main() -> None:
    """Prints the throughput of reading as a share of the bare model's."""
    parser = argparse.ArgumentParser(description="Reading beside the bare language model.")
    parser.add_argument("--articles", type=int, default=60)
    count = parser.parse_args().articles
    model = spacy.load(SETTINGS.model)
    bare = read = 0.0
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder) / "all", count + 1)
        for number, path in enumerate(sorted((Path(folder) / "all").iterdir())):
            article = read_article(path, SETTINGS.max_bytes)
            paragraphs = [block.text for block in cut(article.body)]
            start = process_time()
            list(model.pipe(paragraphs))
            middle = process_time()
            convert_article(article, SETTINGS, lambda stage: None)
            if number:  # the first one loads model, lexicon and gazetteer
                bare, read = bare + middle - start, read + process_time() - middle
    each = [f"{1000 * seconds / count:.1f} ms" for seconds in (bare, read)]
    print(f"{count} articles: bare model {each[0]}, reading and linking {each[1]} per article")
    print(f"throughput of reading: {bare / read:.0%} of the bare model's (aim: at least 70 %)")


if __name__ == "__main__":
    main()
