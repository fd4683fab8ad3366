"""The forms that page furniture takes: whole lines that say nothing of the story.

Each rule is a reason for readers and a pattern that must fill the line. Rules speak of forms
common to many outlets, never of one outlet's wording.
"""

import re


def _whole(*forms: str) -> re.Pattern[str]:
    """A pattern that one of the forms fills the line, whatever its case and closing marks."""
    return re.compile(rf"(?:{'|'.join(forms)})[ .:!>»→|]*", re.IGNORECASE)


_BUTTONS = (
    r"facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|e-?mail|print|tweet|flipboard|"
    r"telegram|bluesky|threads|copy (?:the )?link|copy url|share|save|link copied|messenger|"
    r"instagram|youtube|tiktok|post|like|bookmark"
)
_PAPERS = (
    r"getty images?|ap photo|reuters|afp|shutterstock|istock|alamy|epa|unsplash|"
    r"pa wire|pa media"
)
_PICTURES = (
    r"photo(?:graph)?s?|images?|pictures?|pics?|illustration|graphic|video|screenshot|file photo|"
    r"caption|featured image|image source|picture source|photo illustration|cover photo"
)

NAVIGATION = _whole(
    r"(?:(?:back|go|return) to )?(?:the )?(?:top|bottom|end|start) of (?:the |this )?page",
    r"back to top|skip to (?:the )?(?:main )?(?:content|navigation)|skip navigation",
    r"(?:main )?menu|toggle navigation|breadcrumbs?|search|close",
    r"(?:previous|next)(?: article| story| post)?",
    r"home(?: *[>»/|] *[\w &]+)*|jump to (?:navigation|content|search)",
)
SHARE = _whole(
    rf"(?:{_BUTTONS})(?:(?: *[|/•·,-] *| +)(?:{_BUTTONS}))*",
    r"(?:share|post|send|save|e-?mail|print|tweet|pin)(?: (?:this|the))?"
    r"(?: (?:article|story|page|post|item))?(?: (?:on|via|to|with|by) [\w, /]{1,40})?",
    r"shared? \d+.{0,20}|\d+ shares?",
)
READ_MORE = _whole(
    r"(?:click|tap) (?:here )?(?:to|for) (?:read|see|view|watch|get|continue|more|the full)"
    r".{0,120}",
    r"(?:click|tap) here.{0,80}|(?:continue|keep) reading.{0,100}",
    r"read the full (?:story|article|report).{0,80}|read more|also read ?[:|-].{0,160}",
    r"(?:see|read) (?:also|next|more)\b(?: ?[:|>-].{0,160}|"
    r" (?:from|at|on|about|here|of|in|stories|coverage).{0,120})?",
    r"you (?:may|might) (?:also )?(?:like|be interested in).{0,80}",
    r"more (?:from|on|in) [^.!?]{1,60}",
    r"(?:related|recommended|trending|popular|most read|further reading)"
    r"(?: (?:stories|story|articles?|content|coverage|topics?|posts?|links?))?(?: ?[:|-].{0,160})?",
    r"(?:watch|listen|video|opinion|don['’]t miss|must read|in pictures|gallery|explainer)"
    r" ?[:|].{1,160}",
    r"story continues(?: below)?.{0,40}|view (?:all )?(?:comments|gallery|more).{0,30}",
    r"(?:show|load) more",
)
ADVERTISEMENT = _whole(
    r"advert(?:isement|ising)?s?|ad|sponsored(?: content| by .{1,40})?|promoted(?: content)?",
    r"paid content|(?:article|story) continues (?:below|after) (?:this |the )?ad(?:vert\w*)?",
    r"(?:scroll|advertisement).{0,10}to continue.{0,30}",
)
SIGN_UP = _whole(
    r"(?:sign|log) (?:up|in|on)(?: (?:for|to|here|now|with)\b.{0,160}| ?[:|!].{0,160})?",
    r"register(?: now| here)?",
    r"subscribe(?: (?:to|now|today|here|for)\b.{0,160}| ?[:|!].{0,160})?",
    r"(?:already a|become a|not a) (?:subscriber|member).{0,80}",
    r"create (?:a free |an )account.{0,60}",
    r"get (?:the|our|all the|your) (?:latest|best|daily|morning|top|news).{0,160}",
    r"(?:join|follow) (?:us|our (?:channel|newsletter|community)).{0,120}",
    r"(?:follow|find|like) .{1,40} on (?:facebook|twitter|x|instagram|linkedin|threads|bluesky)"
    r".{0,60}",
    r"download (?:the|our) .{0,30}app.{0,80}",
    r"(?:our |the |daily |weekly |morning |e-?mail )?newsletters?(?: sign-?up)?",
    r"support (?:our|independent|local) journalism.{0,80}|donate(?: now| today| here)?",
    r"enter your e-?mail.{0,60}|thank you for (?:reading|subscribing|signing up).{0,80}",
    r"(?:your )?free articles? (?:left|remaining).{0,60}|to (?:continue|keep) reading.{0,100}",
)
COPYRIGHT = _whole(
    r"(?:©|\(c\) *(?:copyright|\d{4})|copyright *(?:©|\(c\)|\d{4}|by\b)).{0,300}",
    r"(?:this|the) (?:material|content|article|story) (?:may|must|cannot|can) not be .{0,200}",
    r"(?:terms (?:of (?:use|service)|and conditions)|(?:privacy|cookie) policy|do not sell my)"
    r".{0,120}",
    r"we use cookies.{0,200}|republish(?:ed)? (?:this|with permission).{0,120}",
    r"this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published).{0,160}",
)
RESERVED = _whole(r".{0,160}\ball rights reserved\b.{0,160}")
COMMENTS = _whole(
    r"(?:\d+ |no |leave a |post a |add a |write a |join the |view )?"
    r"(?:comments?|conversation|reply|replies)(?: ?\(?\d*\)?)?",
    r"comments? (?:are )?closed.{0,40}|what do you think\?.{0,60}",
)
READING_TIME = _whole(
    r"\d+ *[- ]?min(?:ute)?s?\.?(?: (?:read|ago|listen|video))?",
    r"(?:reading|listening) time.{0,30}",
)
TAGS = _whole(
    r"(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?|in this (?:story|article)) ?:.{1,200}"
)
CREDIT = _whole(
    rf"[\[(]?(?:{_PICTURES})(?: (?:credits?|source|courtesy))?"
    r"(?: ?:| ?/| by| courtesy(?: of)?| via| from).{1,160}",
    r"file photo|image source|image caption|stock photo|courtesy photo|courtesy of .{1,60}",
    r"[(\[].{1,80}(?:/|via |courtesy |photo|images).{1,80}[)\]]",
)
AGENCY = _whole(rf"(?:.{{1,200}}[ /(|])?(?:{_PAPERS}|zuma press)(?:[ /|].{{0,60}})?\)?")
_CREDIT_AT_END = re.compile(
    r" *[(\[](?:[^()\[\]\n]{0,60}(?:ap photo|getty images?|reuters/|afp/|photo by|photo:|image:|"
    r"via ap|courtesy of)[^()\[\]\n]{0,80})[)\]]\.?$",
    re.IGNORECASE,
)

LINES: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = (
    ("page navigation", NAVIGATION, ()),
    ("share line", SHARE, ()),
    ("read-more line", READ_MORE, ()),
    ("advertisement", ADVERTISEMENT, ()),
    ("sign-up line", SIGN_UP, ()),
    ("copyright line", COPYRIGHT, ()),
    ("copyright line", RESERVED, ("erved",)),
    ("comments", COMMENTS, ()),
    ("reading time", READING_TIME, ()),
    ("tags", TAGS, ()),
    ("image credit", CREDIT, ()),
    ("image credit", AGENCY, ("getty", "ap photo", "reuter", "afp", "hutter", "toc", "alamy", "epa",
                              "unspl", "un\u017fpl", "pa w", "pa med", "zuma")),
)
"""Reason, form, and parts of words one of which a line of this form holds: the form is not tried on
others. The parts have no "i", "s" or "k", which have twins in other alphabets."""

_MAY_BE_PROSE = frozenset({"read-more line", "sign-up line", "image credit", "share line"})
_LONGEST_SLOGAN = 12
_LONGEST_LINE = 320
_LONGEST_CREDIT = 160


def why_furniture(line: str) -> str:
    """Why the whole line is page furniture, "" if it is not.

    A full sentence of more than twelve words that only begins like furniture is prose.
    """
    if len(line) > _LONGEST_LINE:
        return ""
    prose = line.endswith(".") and line.count(" ") >= _LONGEST_SLOGAN
    low = line.lower()
    for why, form, signs in LINES:
        if (prose and why in _MAY_BE_PROSE) or (signs and not any(sign in low for sign in signs)):
            continue
        if form.fullmatch(line):
            return why
    return ""


def credit_at_end(line: str) -> re.Match[str] | None:
    """The credit in brackets that closes a line, if one does."""
    if line.removesuffix(".")[-1:] not in {")", "]"}:
        return None
    return _CREDIT_AT_END.search(line, max(0, len(line) - _LONGEST_CREDIT))
