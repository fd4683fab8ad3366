"""Page furniture out of an original, with the reason for each line that goes.

Rules speak of forms, not of single outlets: a line goes when the whole of it is furniture; a
prefix goes when it stands before the first words of a paragraph (a date stamp, a dateline).
A sentence that merely mentions a subscription, a photo or a copyright stays.
"""

import re
import unicodedata
from datetime import date

from app.domain.articles import CleanText, Dropped

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? *"
_CLOCK = r"(?:,? *(?:at *)?\d{1,2}[:.]\d\d *(?:[ap]\.?m\.?)?(?: *\(?[A-Z]{2,4}\)?)?)?"
_DAY = (
    rf"(?:\d{{4}}-\d\d-\d\d|(?:{_WEEKDAY})?{_MONTH} *\d{{1,2}},? *\d{{4}}|"
    rf"(?:{_WEEKDAY})?\d{{1,2}} *{_MONTH},? *\d{{4}})(?:T[\d:.]+Z?)?"
)
_NAME = r"[^\W\d_][\w.’'-]*"


def _whole(pattern: str) -> re.Pattern[str]:
    """A pattern that must fill the line, whatever its case."""
    return re.compile(rf"(?:{pattern})[ .:!>»→|]*", re.IGNORECASE)


_SOCIAL = (
    r"facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|e-?mail|print|tweet|flipboard|"
    r"telegram|bluesky|threads|copy (?:the )?link|copy url|share|save|link copied|messenger|"
    r"instagram|youtube|tiktok|post|like|bookmark"
)
_LINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "page navigation",
        _whole(
            r"(?:back to |go to |return to )?(?:the )?(?:top|bottom|end|start) of (?:the |this )?page|back to top|"
            r"skip to (?:the )?(?:main )?(?:content|navigation)|skip navigation|main menu|menu|"
            r"toggle navigation|(?:previous|next)(?: article| story| post)?|breadcrumbs?|search|"
            r"home(?: *[>»/|] *[\w &]+)*|jump to (?:navigation|content|search)|close"
        ),
    ),
    (
        "share line",
        _whole(
            rf"(?:{_SOCIAL})(?:(?: *[|/•·,-] *| +)(?:{_SOCIAL}))*|"
            r"(?:share|post|send|save|e-?mail|print|tweet|pin)(?: (?:this|the))?(?: (?:article|story|page|post|item))?"
            r"(?: (?:on|via|to|with|by) [\w, /]{1,40})?|share(?:d)? \d+.{0,20}|\d+ shares?"
        ),
    ),
    (
        "read-more line",
        _whole(
            r"(?:click|tap) (?:here )?(?:to|for) (?:read|see|view|watch|get|continue|more|the full).{0,120}|"
            r"(?:click|tap) here.{0,80}|(?:continue|keep) reading.{0,100}|read the full (?:story|article|report).{0,80}|"
            r"(?:see|read) (?:also|next|more)\b(?: ?[:|>-].{0,160}| (?:from|at|on|about|here|of|in|stories|coverage).{0,120})?|"
            r"read more|also read ?[:|-].{0,160}|you (?:may|might) (?:also )?(?:like|be interested in).{0,80}|"
            r"more (?:from|on|in) [^.!?]{1,60}|(?:related|recommended|trending|popular|most read|further reading)"
            r"(?: (?:stories|story|articles?|content|coverage|topics?|posts?|links?))?(?: ?[:|-].{0,160})?|"
            r"(?:watch|listen|video|opinion|don['’]t miss|must read|in pictures|gallery|explainer) ?[:|].{1,160}|"
            r"story continues(?: below)?.{0,40}|view (?:all )?(?:comments|gallery|more).{0,30}|show more|load more"
        ),
    ),
    (
        "advertisement",
        _whole(
            r"advert(?:isement|ising)?s?|ad|sponsored(?: content| by .{1,40})?|promoted(?: content)?|paid content|"
            r"(?:article|story) continues (?:below|after) (?:this |the )?ad(?:vert(?:isement)?)?|"
            r"(?:scroll|advertisement).{0,10}to continue.{0,30}"
        ),
    ),
    (
        "sign-up line",
        _whole(
            r"(?:sign|log) (?:up|in|on)(?:(?: (?:for|to|here|now|with)\b.{0,160})| ?[:|!].{0,160})?|register(?: now| here)?|"
            r"subscribe(?:(?: (?:to|now|today|here|for)\b.{0,160})| ?[:|!].{0,160})?|"
            r"(?:already a|become a|not a) (?:subscriber|member).{0,80}|create (?:a free |an )account.{0,60}|"
            r"get (?:the|our|all the|your) (?:latest|best|daily|morning|top|news).{0,160}|"
            r"(?:join|follow) (?:us|our (?:channel|newsletter|community)).{0,120}|"
            r"(?:follow|find|like) .{1,40} on (?:facebook|twitter|x|instagram|linkedin|threads|bluesky).{0,60}|"
            r"download (?:the|our) .{0,30}app.{0,80}|(?:our|the|daily|weekly|morning|e-?mail)? ?newsletters?.{0,60}|"
            r"support (?:our|independent|local) journalism.{0,80}|donate(?: now| today| here)?|"
            r"enter your e-?mail.{0,60}|thank you for (?:reading|subscribing|signing up).{0,80}|"
            r"(?:your )?free articles? (?:left|remaining).{0,60}|to (?:continue|keep) reading.{0,100}"
        ),
    ),
    (
        "copyright line",
        _whole(
            r"(?:©|\(c\) *(?:copyright|\d{4})|copyright *(?:©|\(c\)|\d{4}|by\b)).{0,300}|.{0,160}\ball rights reserved\b.{0,160}|"
            r"(?:this|the) (?:material|content|article|story) (?:may|must|cannot|can) not be .{0,200}|"
            r"(?:terms (?:of (?:use|service)|and conditions)|privacy policy|cookie policy|do not sell my).{0,120}|"
            r"we use cookies.{0,200}|this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published).{0,160}|"
            r"republish(?:ed)? (?:this|with permission).{0,120}"
        ),
    ),
    (
        "comments",
        _whole(
            r"(?:\d+ |no |leave a |post a |add a |write a |join the |view )?(?:comments?|conversation|reply|replies)(?: ?\(?\d*\)?)?|"
            r"comments? (?:are )?closed.{0,40}|what do you think\?.{0,60}"
        ),
    ),
    (
        "reading time",
        _whole(
            r"\d+ *[- ]?min(?:ute)?s?\.?(?: (?:read|ago|listen|video))?|(?:reading|listening) time.{0,30}"
        ),
    ),
    (
        "tags",
        _whole(
            r"(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?|in this (?:story|article)) ?:.{1,200}"
        ),
    ),
    (
        "image credit",
        _whole(
            r"[\[(]?(?:photo(?:graph)?s?|images?|pictures?|pics?|illustration|graphic|video|screenshot|file photo|caption|"
            r"featured image|image source|picture source|photo illustration|cover photo)(?: (?:credits?|source|courtesy))?"
            r"(?: ?:| ?/| by| courtesy(?: of)?| via| from).{1,160}|"
            r"(?:file photo|image source|image caption|getty images|stock photo|courtesy photo|courtesy of .{1,60})|"
            r"(?:.{1,200}[ /(|])?(?:getty images?|ap photo|reuters|afp|shutterstock|istock|alamy|epa|unsplash|pa wire|pa media|"
            r"zuma press)(?:[ /|].{0,60})?\)?|[(\[].{1,80}(?:/|via |courtesy |photo|images).{1,80}[)\]]"
        ),
    ),
)
_STAFF = (
    r"(?:senior |chief |special |freelance |contributing |political |national |city |news |digital |local |business |"
    r"sports |crime |science |health )*(?:staff|writer|reporter|correspondent|editor|contributor|journalist|producer|"
    r"columnist|desk|bureau|report|reports)(?: (?:writer|reporter|editor|report|reports))?"
)
_PERSON = rf"{_NAME}(?: {_NAME}){{1,4}}"
_BYLINES = (
    re.compile(rf"{_STAFF}", re.IGNORECASE),
    re.compile(
        rf"(?:by|written by|posted by|reporting by|reported by|story by|words by|author:?|edited by|editing by):? +"
        rf"{_NAME}(?:,? (?:and |& )?{_NAME}|;|,|\.| [|•·/–—-] ){{0,24}}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PERSON} *[,|•·/–—-] *(?:(?:the )?(?:{_NAME} ){{0,4}})?{_STAFF}(?: *[,|•·/–—-] *.{{1,40}})?",
        re.IGNORECASE,
    ),
)
_STAMP = re.compile(
    rf"(?:(?:first )?(?:published|posted|updated|last updated|modified|last modified|created|date|issued|released)"
    rf"(?: on| at)?:? *)?(?P<day>{_DAY}){_CLOCK}"
    rf"(?: *[|•·/–—(-]? *(?:(?:last )?(?:updated|modified)(?: on| at)?:? *(?:{_DAY})?{_CLOCK}|.{{0,20}}\bmin(?:ute)?s? read)\)?)?",
    re.IGNORECASE,
)
_AGE = _whole(
    r"(?:(?:published|posted|updated|last updated)(?: on| at)?:? *)?(?:about |an? |\d+ )(?:\w+ )?"
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago"
)
_PREFIX = re.compile(
    rf"\s*(?:(?:date|published|posted|updated|dated)[: ] *(?P<marked>{_DAY}){_CLOCK}[ :|–—-]*|"
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)(?:T[\d:.]+Z?)?{_CLOCK}[ :|–—-]+|(?P<plain>{_DAY}){_CLOCK} *(?:[:|–—]|-(?= )) *)"
    r"(?=(?-i:[^\W\d_a-z])|[“\"‘'(])",
    re.IGNORECASE,
)
_CITY = r"[^\W\d_a-z][^\W\d_a-z.’'-]+(?: [^\W\d_a-z][^\W\d_a-z.’'-]+){0,3}"
_DATELINE = re.compile(
    rf"(?:{_CITY})(?:, (?:[^\W\d_][\w.]*)(?: [^\W\d_][\w.]*){{0,2}})?"
    rf"(?:,? *{_MONTH} *\d{{1,2}}(?:, *\d{{4}})?)?(?: *\([^()\n]{{1,40}}\))?(?:,? *{_MONTH} *\d{{1,2}}(?:, *\d{{4}})?)? *(?:[—–]|--?(?= )) *"
)
_WIRE = re.compile(
    rf"{_NAME}(?:[ ,]+{_NAME}){{0,4}},? *\((?:[A-Z][\w.]*)(?: [A-Z][\w.]*){{0,3}}\) *(?:[—–]|--?(?= )) *"
)
_CREDIT_END = re.compile(
    r" *[(\[](?:[^()\[\]\n]{0,60}(?:ap photo|getty images?|reuters/|afp/|photo by|photo:|image:|via ap|"
    r"courtesy of)[^()\[\]\n]{0,80})[)\]]\.?$",
    re.IGNORECASE,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200c\u2060\ufeff\u00ad]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_BLANKS = re.compile(r"\n{3,}")
_LONGEST_FURNITURE = 320
_HEADLINE_WORDS = 24
_CLOSING = ".。।…:;,"


def clean(decoded: str) -> CleanText:
    """An original as canonical text, with title, day and what was left out, in order.

    Any text is taken; what is furniture only gives an empty `text`. Linear in its length.
    """
    kept: list[str] = []
    dropped: list[Dropped] = []
    days: list[date] = []
    for line in _canonical(decoded).split("\n"):
        rest = _without_furniture(line.strip(), dropped, days)
        if rest is None:
            continue
        kept.append(rest)
    text = _BLANKS.sub("\n\n", "\n".join(kept)).strip()
    return CleanText(
        text=text,
        title=_title(text),
        published_on=days[0] if days else None,
        dropped=tuple(dropped),
    )


def _canonical(decoded: str) -> str:
    """NFC, `\n` only, plain spaces, no control characters."""
    lines = _LINE_ENDS.sub("\n", decoded)
    plain = _CONTROL.sub("", _SPACES.sub(" ", lines))
    return unicodedata.normalize("NFC", plain)


def _without_furniture(line: str, dropped: list[Dropped], days: list[date]) -> str | None:
    """The line without furniture, None if all of it was; notes what went and days it told."""
    if not line:
        return line
    why = _why_dropped(line, days)
    if why:
        dropped.append(Dropped(text=line, why=why))
        return None
    return _without_ends(line, dropped, days)


def _why_dropped(line: str, days: list[date]) -> str:
    """Why the whole line is furniture, "" if it is not."""
    if len(line) > _LONGEST_FURNITURE:
        return ""
    stamp = _STAMP.fullmatch(line)
    if stamp:
        _note(stamp["day"], days)
        return "date line"
    if _AGE.fullmatch(line):
        return "date line"
    if any(form.fullmatch(line) for form in _BYLINES) and _is_byline(line):
        return "byline"
    for why, form in _LINES:
        if form.fullmatch(line) and not _is_prose(line, why):
            return why
    return ""


def _is_byline(line: str) -> bool:
    """Names and offices only: no lower-case verb, no closing full stop of a sentence."""
    words = line.split()
    small = [word for word in words if word[:1].islower()]
    return len(words) <= 24 and len(small) <= 1 + len(words) // 3  # noqa: PLR2004


_PROSE_SAFE = frozenset({"read-more line", "sign-up line", "image credit", "share line"})


def _is_prose(line: str, why: str) -> bool:
    """A full sentence that only begins like furniture."""
    if why not in _PROSE_SAFE or not line.endswith("."):
        return False
    return len(line.split()) > 12  # noqa: PLR2004


def _without_ends(line: str, dropped: list[Dropped], days: list[date]) -> str:
    """The line without a date stamp or dateline before it and a photo credit after it."""
    stamp = _PREFIX.match(line)
    if stamp and stamp.end() < len(line):
        _note(stamp["marked"] or stamp["iso"] or stamp["plain"], days)
        dropped.append(Dropped(text=line[: stamp.end()].strip(), why="date prefix"))
        line = line[stamp.end() :]
    for form in (_DATELINE, _WIRE):
        dateline = form.match(line)
        if dateline and len(line) - dateline.end() > 40:  # noqa: PLR2004  a sentence follows
            dropped.append(Dropped(text=dateline.group().strip(), why="dateline"))
            line = line[dateline.end() :]
    credit = _CREDIT_END.search(line)
    if credit:
        dropped.append(Dropped(text=credit.group().strip(), why="image credit"))
        line = line[: credit.start()]
    return line


def _note(words: str, days: list[date]) -> None:
    """Keep the day that `words` state, if there is one."""
    day = _read_day(words)
    if day is not None:
        days.append(day)


def _read_day(words: str) -> date | None:
    """A full date in words or digits."""
    figures = [
        int(part)
        for part in re.findall(
            r"\d+", words.split("T", maxsplit=1)[0] if words[:1].isdigit() else words
        )
    ]
    month = re.search(_MONTH + r"(?= *\d|,? *\d{4}|$)", words, re.IGNORECASE)
    try:
        if words[:4].isdigit() and "-" in words:
            return date(*figures[:3])
        if month is None:
            return None
        number = _MONTHS.index(month.group()[:3].lower()) + 1
        return date(figures[-1], number, figures[0])
    except (ValueError, IndexError, TypeError):
        return None


def _title(text: str) -> str:
    """The headline: a short first line without closing punctuation, before a body."""
    first, _, body = text.partition("\n")
    body = body.strip()
    if not body or len(first.split()) > _HEADLINE_WORDS or first[-1:] in _CLOSING:
        return ""
    if len(body) < len(first) or body[0].islower() or len(first) > 200:  # noqa: PLR2004
        return ""
    ends_like_sentence = first[-1] in '!?”"' and len(first.split()) > 16  # noqa: PLR2004
    return "" if ends_like_sentence else first
