"""Values as flat JSON objects and back: for the store, for exports, for corrections."""

from dataclasses import asdict

from app.domain.facts import (
    Age,
    Approximation,
    Count,
    DateGrain,
    Day,
    Duration,
    FactKind,
    FactValue,
    Money,
    Named,
    Ordinal,
    Percent,
    Score,
    Share,
    Vote,
)

_CLASSES: dict[FactKind, type[FactValue]] = {
    FactKind.VOTE: Vote, FactKind.COUNT: Count, FactKind.PERCENT: Percent,
    FactKind.MONEY: Money, FactKind.DATE: Day, FactKind.DURATION: Duration,
    FactKind.ORDINAL: Ordinal, FactKind.AGE: Age, FactKind.SCORE: Score,
    FactKind.SHARE: Share,
}

Json = str | int | float | bool | None


def to_json(value: FactValue) -> dict[str, Json]:
    """A value as a flat JSON object, with its normal form under "shown"; see `fact_value`."""
    fields: dict[str, Json] = {name.rstrip("_"): part for name, part in asdict(value).items()
                               if name != "of_kind"}
    return fields | {"shown": str(value)}


def fact_value(kind: FactKind, fields: dict[str, Json]) -> FactValue:
    """The value that `to_json` made `fields` from. Raises TypeError on foreign fields."""
    given = {name: part for name, part in fields.items() if name != "shown"}
    cls = _CLASSES.get(kind)
    if cls is None:
        return Named(of_kind=kind, name=str(given["name"]), holder=str(given.get("holder", "")))
    if cls is Vote:
        given["for_"] = given.pop("for")
    if "hedge" in given:
        given["hedge"] = Approximation(str(given["hedge"]))
    if "grain" in given:
        given["grain"] = DateGrain(str(given["grain"]))
    return cls(**given)  # type: ignore[arg-type]
