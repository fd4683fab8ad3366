"""Claims to rows of the matrix: the question that several claims answer."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from app.domain.claims import Claim
from app.domain.pairs import Finding, Reason
from app.domain.topics import Answer, Topic
from app.engine.comparing import SuggestedPair
from app.engine.reading import Reading

_LONGEST = 60


def propose_topics(readings: Sequence[Reading],
                   suggested: Sequence[SuggestedPair]) -> tuple[Topic, ...]:
    """Topics of a case: claims joined by pairs whose deciding finding asks the same question.

    Each claim answers a topic once, with one short value; equal values are one version, and
    version 1 is the one told by most sources (ties: the earliest published).
    """
    claims = {claim.id: (claim, reading) for reading in readings for claim in reading.claims}
    joined = _joined(suggested)
    topics = [_topic(reason, members, claims) for (reason, _), members in sorted(joined.items())]
    return tuple(topic for topic in topics if len(topic.answers) > 1)


def _joined(suggested: Sequence[SuggestedPair]) -> dict[tuple[Reason, int], dict[int, str]]:
    """Connected claims by reason: the smallest claim id names the group; values by claim."""
    parent: dict[tuple[Reason, int], int] = {}
    values: dict[tuple[Reason, int], str] = {}

    def root(reason: Reason, claim: int) -> int:
        while parent.setdefault((reason, claim), claim) != claim:
            claim = parent[reason, claim]
        return claim

    for pair in suggested:
        if not pair.suggestion.findings:
            continue
        finding = pair.suggestion.findings[0]
        _remember(values, finding, pair)
        one, other = (root(finding.reason, claim) for claim in pair.key)
        parent[finding.reason, max(one, other)] = min(one, other)
    groups: dict[tuple[Reason, int], dict[int, str]] = defaultdict(dict)
    for (reason, claim), value in sorted(values.items()):
        groups[reason, root(reason, claim)][claim] = value
    return groups


def _remember(values: dict[tuple[Reason, int], str], finding: Finding,
              pair: SuggestedPair) -> None:
    values.setdefault((finding.reason, pair.key.first), finding.first_value)
    values.setdefault((finding.reason, pair.key.second), finding.second_value)


def _topic(reason: Reason, members: dict[int, str],
           claims: dict[int, tuple[Claim, Reading]]) -> Topic:
    tellers: dict[str, set[int]] = defaultdict(set)
    for claim, value in members.items():
        tellers[_normal(value)].add(claims[claim][1].source_id)
    ranked = sorted(tellers, key=lambda value: (-len(tellers[value]), min(
        claim for claim, told in members.items() if _normal(told) == value)))
    version = {value: number for number, value in enumerate(ranked, start=1)}
    answers = tuple(Answer(claim_id=claim, value=value[:_LONGEST],
                           version=version[_normal(value)])
                    for claim, value in sorted(members.items()))
    return Topic(label=_label(reason, members, claims), reason=reason, answers=answers)


def _normal(value: str) -> str:
    return " ".join(value.casefold().split())


def _label(reason: Reason, members: dict[int, str],
           claims: dict[int, tuple[Claim, Reading]]) -> str:
    words = Counter(word for claim in members for word in set(claims[claim][0].text.split())
                    if word.isalpha() and word[0].islower() and len(word) > 4)  # noqa: PLR2004
    common = [word for word, _ in words.most_common(2)]
    return " ".join(common).capitalize() or reason.words
