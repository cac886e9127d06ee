"""What a format passes over without naming each: counted, and told in one sentence."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassedOver:
    """One thing in a file that is no article and no error."""

    why: str  # "of another type than HTML and text": the same for all of a kind


def passed_over(reasons: Counter[str]) -> str:
    """The sentence about everything in a SOURCE that was passed over."""
    kinds = (f"{why}: {count:,}" for why, count in sorted(reasons.items()))
    return f"passed over in its web archives: {'; '.join(kinds)}"
