"""Two spellings of a name: what stands between them, if they may be of one bearer at all."""

from rapidfuzz.distance import OSA

from app.engine.tokens import fold

Name = tuple[str, ...]

_SHORTEST, _LONG, _LIKE_START = 3, 5, 4
_NEAR_GIVEN, _CALLED = 2, 3
_SOUNDS = (("shch", "s"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("ch", "c"), ("ts", "c"),
           ("ph", "f"), ("gh", "g"), ("ck", "k"), ("dj", "j"), ("dzh", "j"), ("iy", "i"),
           ("yi", "i"), ("ii", "i"), ("ij", "i"), ("yy", "i"), ("y", "i"), ("j", "i"), ("w", "v"),
           ("q", "k"), ("x", "ks"), ("h", "g"), ("ou", "u"), ("oo", "u"), ("ee", "i"))
_GIVEN = tuple(frozenset(group.split()) for group in (
    "oleksandr alexander aleksandr olexandr alexandr aleksander",
    "sergei sergey serhiy serhii sergii", "mohammed muhammad mohamed mohammad muhammed mohamad",
    "volodymyr vladimir wolodymyr", "dmytro dmitry dmitri dmitriy", "mykola nikolai nikolay",
    "yevgeny evgeny yevgeni yevhen evgeni eugene", "andriy andrei andrey andrii",
    "yuri yury yuriy yurii", "kyrylo kirill kiril", "mikhail mykhailo michail",
    "oleksiy alexei aleksei alexey oleksii", "pavlo pavel", "petro pyotr petr",
    "olena elena yelena", "ahmed ahmad ahmet", "hussein hossein husain husayn",
    "yusuf youssef yousef yosef", "abdullah abdallah", "khaled khalid", "omar umar",
    "mahmoud mahmud", "ali aly", "hassan hasan", "ibrahim ebrahim",
))


def apart(one: Name, other: Name, *, person: bool, title: bool = False) -> str:
    """How two spellings differ: "an accent", "another alphabet", "the initial", "the first
    name", "one letter", "two letters"; "" where they are two names, or one name in full. A
    plural is a slip in the `title` of a work only."""
    if person and _accent_apart(one[-1], other[-1]):
        one, other = (*one[:-1], fold(one[-1])), (*other[:-1], fold(other[-1]))
        if len(one) != len(other) or one == other:
            return "an accent"
    if person and _transliterated(one, other):
        return "another alphabet"
    if len(one) != len(other):
        return ""
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(unlike) != 1:
        return ""
    if title and _plural(*map(fold, unlike[0])):
        return "one letter"
    return _of_one_word(one, other, *unlike[0], person=person)


def _of_one_word(one: Name, other: Name, a: str, b: str, *, person: bool) -> str:
    if _accent_apart(a, b):
        return "an accent"
    if person and _is_initial(a) and _is_initial(b):
        return "the initial"
    if person and len(one) > 1 and (a, b) == (one[0], other[0]):
        return "" if _is_short_for(a, b) else "the first name"
    ours, theirs = fold(a), fold(b)
    if min(len(a), len(b)) >= _SHORTEST and _slip(ours, theirs):
        lone = len(one) == 1
        return "one letter" if not lone or (len(a) >= _LONG and ours[0] == theirs[0]) else ""
    if person and ours[:_LIKE_START] == theirs[:_LIKE_START] and OSA.distance(ours, theirs) == 2:  # noqa: PLR2004  two letters
        return "two letters"
    return ""


def near_given(one: str, other: str) -> bool:
    """Two given names that are easily taken for each other: "Tamas" and "Tomas", "Carla" and
    "Karla", "Otto" and "Ottilie"."""
    a, b = fold(one), fold(other)
    return (OSA.distance(a, b) <= (_NEAR_GIVEN if a[0] == b[0] else 1)
            or a[:_SHORTEST] == b[:_SHORTEST])


def is_slip_of(one: str, other: str) -> bool:
    """Two spellings of one given name, a letter apart and not at its end, where the letter makes
    another name: "Victor" and "Viktor", "Callum" and "Calum", but "Henrik" and "Henrike"."""
    a, b = fold(one), fold(other)
    return (min(len(a), len(b)) > _SHORTEST and a[:1] == b[:1] and a[-1] == b[-1]
            and OSA.distance(a, b) == 1)


def _is_short_for(one: str, other: str) -> bool:
    """"Tom" for "Tomas" or "Thomas": one name as people call it. "Henrik" and "Henrike" are
    two names."""
    short, long = sorted((fold(one), fold(other)), key=len)
    if _is_initial(one) or _is_initial(other):
        return short.rstrip(".") == long[:1]
    called = len(short) <= _CALLED and long.replace("h", "", 1).startswith(short)
    return called or (long.startswith(short) and len(long) - len(short) > _NEAR_GIVEN)


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[0].isupper()


def sound(word: str) -> str:
    """A folded name as it sounds across alphabets: "hrytsenko" and "gritsenko" are one."""
    for letters, one in _SOUNDS:
        word = word.replace(letters, one)
    return "".join(letter for at, letter in enumerate(word) if not at or letter != word[at - 1])


def _transliterated(ours: Name, theirs: Name) -> bool:
    """Two romanisations of one name: given names of one group, surnames of one sound, and not
    both the same."""
    if len(ours) < 2 or len(theirs) < 2:  # noqa: PLR2004  a given name and a surname
        return False
    one, other = fold(ours[0]), fold(theirs[0])
    group = next((group for group in _GIVEN if one in group), frozenset())
    if other not in group or (one == other and ours[-1] == theirs[-1]):
        return False
    return sound(fold(ours[-1])) == sound(fold(theirs[-1]))


def _accent_apart(one: str, other: str) -> bool:
    return one != other and fold(one) == fold(other) and one.casefold() != other.casefold()


def _slip(one: str, other: str) -> bool:
    """One letter more, less, other or moved."""
    return one != other and OSA.distance(one, other) == 1 and not _plural(one, other)


def is_misspelt(one: str, other: str) -> bool:
    """Two surnames of some length that are a letter apart, folded."""
    return min(len(one), len(other)) >= _LONG and OSA.distance(one, other) == 1


def _plural(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one
