"""Sources made by libFuzzer, which looks for ways through the cleaner that no source took before.

    pip install atheris
    python -m tests.fuzz.atheris_cleaner -max_total_time=300 [FOLDER of what it found so far]

An optional tool: `test_atheris.py` runs it for a moment where atheris is installed. What it asks of
an answer is what the tests beside it ask.
"""

import logging
import sys

import atheris

with atheris.instrument_imports(include=["indexer.cleaner"]):
    from tests.fuzz.test_any_source import PIECES, TAGS, judge, judge_words, source

logging.disable()
# A word of a source: a piece of debris, a tag, or letters of the fuzzer's own.
WORDS = (*PIECES, *TAGS, "\n", "\n", "\n\n", " ", "</p><p>", "</div>")


def run_one(data: bytes) -> None:
    """One source; an error that is not ours ends the run, and libFuzzer prints the source."""
    provider = atheris.FuzzedDataProvider(data)
    match provider.ConsumeIntInRange(0, 3):
        case 0:
            judge(source(provider.ConsumeBytes(len(data)), "html"))
        case 1:
            judge(source(provider.ConsumeBytes(len(data)), "text"))
        case 2:
            judge(source(drawn(provider), "html"))
        case _:
            judge_words(drawn(provider))


def drawn(provider: atheris.FuzzedDataProvider) -> str:
    parts = []
    while provider.remaining_bytes() and len(parts) < 60:
        number = provider.ConsumeIntInRange(0, len(WORDS) + 20)
        parts.append(
            WORDS[number] if number < len(WORDS) else provider.ConsumeUnicode(number - len(WORDS))
        )
    return "".join(parts)


if __name__ == "__main__":
    atheris.Setup(sys.argv, run_one)
    atheris.Fuzz()
