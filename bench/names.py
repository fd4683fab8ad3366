"""Names by the rules and by spaCy's small English model, side by side, and what the model costs.

Run: python -m bench.names [MODEL]     (an installed spaCy model or a folder; en_core_web_sm)

Reads the articles of tests/corpus that are there to work with. Prints, by kind, how many names the
rules find, how many the model finds, how many of those stand on the same words under the same kind,
and how many the model would add (they stand on words that no fact stands on); then some of what it
would add, the CPU seconds of both and the memory of the process before and after loading.
"""

import resource
import sys
from collections import Counter
from collections.abc import Sequence
from time import process_time

from app.domain.claims import Claim
from app.domain.facts import Fact, FactKind
from app.engine.claims import read_claims
from app.models.names import load_name_finder
from tests.corpus.labels import Part, events

KINDS = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE, FactKind.LAW)
SHOWN = 40


def texts() -> list[str]:
    """The articles of the working part, cleaned."""
    return [piece.text for event in events() if event.part is Part.WORKING
            for piece in event.pieces]


def names(claims: Sequence[Claim]) -> list[Fact]:
    return [fact for claim in claims for fact in claim.facts if fact.kind in KINDS]


def main(model: str) -> None:
    """Print the figures."""
    given = texts()
    began = process_time()
    read = [read_claims(text) for text in given]
    by_rules = process_time() - began
    before = memory()
    began = process_time()
    finder = load_name_finder(model)
    loading = process_time() - began
    began = process_time()
    found = [finder.found(text) for text in given]
    by_model = process_time() - began
    added = [fact for text, claims in zip(given, read, strict=True)
             for fact in new_names(claims, finder.add_to(text, claims))]
    _print_counts(read, found, added)
    print("added:", "; ".join(f"{fact.surface} ({fact.kind.value})" for fact in added[:SHOWN]))
    words = sum(len(text.split()) for text in given)
    print(f"{len(given)} articles, {words:,} words: reading by rules {by_rules:.2f} s CPU, "
          f"names by the model {by_model:.2f} s ({words / by_model:,.0f} words/s), loading it "
          f"{loading:.2f} s; memory {before:.0f} MB, with the model {memory():.0f} MB")


def new_names(before: Sequence[Claim], after: Sequence[Claim]) -> list[Fact]:
    return [fact for one, other in zip(before, after, strict=True)
            for fact in other.facts if fact not in one.facts]


def _print_counts(read: Sequence[Sequence[Claim]], found: Sequence[Sequence[Fact]],
                  added: Sequence[Fact]) -> None:
    rules, model, both = Counter[FactKind](), Counter[FactKind](), Counter[FactKind]()
    for claims, facts in zip(read, found, strict=True):
        ours = {(fact.kind, fact.start, fact.end) for fact in names(claims)}
        theirs = {(fact.kind, fact.start, fact.end) for fact in facts}
        rules.update(kind for kind, _, _ in ours)
        model.update(kind for kind, _, _ in theirs)
        both.update(kind for kind, _, _ in ours & theirs)
    more = Counter(fact.kind for fact in added)
    print(f"{'':14}{'rules':>8}{'model':>8}{'same':>8}{'added':>8}")
    for kind in KINDS:
        print(f"{kind.value:14}{rules[kind]:8}{model[kind]:8}{both[kind]:8}{more[kind]:8}")


def memory() -> float:
    """The most memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "en_core_web_sm")
