"""How far a reviewer came in each case."""

from dataclasses import dataclass

from app.domain.people import Reviewer
from app.store.pages.cases import Work
from app.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Counts by case: pairs, what I did, what was decided without me, likely conflicts left."""

    reviewer_id: int
    sizes: dict[int, int]
    work: dict[int, Work]
    decided: dict[int, int]
    likely: dict[int, int]
    last_case: int | None

    def of(self, case_id: int) -> Work:
        """What I did in a case."""
        return self.work.get(case_id) or Work(case_id)

    def tagged(self, case_id: int) -> int:
        """Pairs of a case that I tagged."""
        return self.of(case_id).tagged

    def waiting(self, case_id: int) -> int:
        """Pairs of a case that wait for my tag."""
        return (self.sizes.get(case_id, 0) - self.tagged(case_id)
                - self.decided.get(case_id, 0))

    def share(self, case_id: int) -> int | None:
        """Percentage tagged by me, rounded down so that 100 means all; None without pairs."""
        size = self.sizes.get(case_id, 0)
        return 100 * self.tagged(case_id) // size if size else None

    def total(self, name: str) -> int:
        """One figure of my work over all cases."""
        return sum(getattr(work, name) for work in self.work.values())

    def busiest(self, limit: int) -> list[int]:
        """Cases with most waiting for me; of equals the newest first."""
        return sorted(self.sizes, key=lambda case_id: (-self.waiting(case_id), -case_id))[:limit]

    def next_case(self) -> int | None:
        """Where to go on: likely conflicts before others, where I stopped before elsewhere."""
        open_cases = [case_id for case_id in self.sizes if self.waiting(case_id) > 0]
        return min(open_cases, default=None, key=lambda case_id: (
            not self.likely.get(case_id), case_id != self.last_case, -self.waiting(case_id),
            -case_id,
        ))


def standing_of(store: Store, reviewer: Reviewer) -> Standing:
    """How far this reviewer came everywhere."""
    pages = store.pages.cases
    return Standing(
        reviewer_id=reviewer.id, sizes=pages.sizes(), work=pages.work(reviewer.id),
        decided=pages.decided_without(reviewer.id), likely=pages.likely_conflicts(reviewer.id),
        last_case=pages.last_touched(reviewer.id),
    )
