"""What saving a reviewer's choices would do, pair by pair."""

from dataclasses import dataclass

from app.domain.errors import Invalid
from app.domain.pairs import PairKey, Relation
from app.domain.versions import MOST_VERSIONS, Choices, Line, lines_between
from app.services.versions.ground import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`write` are the tags to give; `same` those of mine that say it already; `kept` those of
    mine that say otherwise and stay, because nothing that they follow from was changed;
    `settled` pairs that nobody can tag. `missing` are lines without an answer."""

    write: tuple[tuple[PairKey, Relation], ...]
    same: tuple[PairKey, ...]
    kept: tuple[PairKey, ...]
    settled: tuple[PairKey, ...]
    missing: tuple[Line, ...]


def plan_of(ground: Ground, chosen: Choices) -> Plan:
    """What these choices come to. Raises Invalid for claims or versions that are not here."""
    _demand_known(ground, chosen)
    write: list[tuple[PairKey, Relation]] = []
    same, kept, settled = [], [], []
    for key in ground.keys:
        pair, relation = ground.pairs.get(key), chosen.relation(key)
        mine = pair.mine if pair else None
        if pair is not None and pair.settled is not None:
            settled.append(key)
        elif mine is not None and mine is relation:
            same.append(key)
        elif mine is not None and _is_as_found(ground, chosen, key):
            kept.append(key)
        elif relation is not None:
            write.append((key, relation))
    asked = lines_between(chosen, (key for key in ground.keys if key not in set(settled)))
    return Plan(
        write=tuple(write), same=tuple(same), kept=tuple(kept), settled=tuple(settled),
        missing=tuple(line for line in asked if line not in chosen.lines),
    )


def _is_as_found(ground: Ground, chosen: Choices, key: PairKey) -> bool:
    """Neither the versions of the two claims nor an answer for them was changed. An answer for
    a line that had none is for its open pairs: my own tags there told no single one."""
    start = ground.start
    if any(start.versions[claim] != chosen.versions[claim] for claim in key):
        return False
    line = chosen.line_of(key)
    return line is None or start.lines.get(line, chosen.lines.get(line)) is chosen.lines.get(line)


def _demand_known(ground: Ground, chosen: Choices) -> None:
    if chosen.versions.keys() != {claim.id for claim in ground.claims} or not all(
            1 <= version <= MOST_VERSIONS for version in chosen.versions.values()):
        raise Invalid({"form": "The form does not fit this topic. Open it again."})
