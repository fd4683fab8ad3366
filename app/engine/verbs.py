"""Words of English that carry the grammar of a claim: auxiliaries, verbs of saying, negation."""

from collections.abc import Container
from enum import Enum, auto
from functools import lru_cache

from app.engine.listing import listed
from app.engine.words import Words

_CONTRACTED = listed("""
    it's that's there's he's she's what's who's they're we're you're i'm i've we've they've
    you've i'll we'll they'll he'll she'll it'll you'll that'll i'd we'd they'd he'd she'd
    it'd isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't
    shouldn't mustn't doesn't don't didn't ain't let's
""")
AUXILIARIES = (
    listed("""
    is are was were am has have had will would can cannot could may might must shall should do
    does did be been being
""")
    | _CONTRACTED
)
PAST = listed("""
    said told took made went won lost fell rose came got gave found left held kept led met
    sent spent stood thought wrote knew began became brought built bought caught chose cut
    drew drove ate felt fought forgot froze grew heard hit hurt laid lay let meant paid put
    quit ran saw sold shot shut sank sat slept spoke stole struck swore taught threw
    understood woke wore broke dealt hung sought shook showed spread swept withdrew overcame
    oversaw set beat split
""")
_NOT_VERBS_ED = listed("""
    hundred red bed need speed seed breed deed feed united so-called undocumented proposed
    alleged armed limited hard-wired sacred naked indeed unlimited unwanted shed sled
""")
_BEFORE_ADJECTIVE = listed("""
    the a an its his her their our my your this that these those of in for with by several
    some many more most no any all two three four five other
""")
PRESENT = listed("""
    say says think thinks want wants know knows believe believes hope hopes need needs plan
    plans seem seems appear appears remain remains continue continues go goes come comes make
    makes take takes give gives get gets see sees find finds show shows face faces call calls
    run runs work works live lives offer offers oppose opposes support supports view prepare
    prepares reflect reflects argue argues warn warns vow vows aim aims bar bars ban bans
    allow allows require requires include includes begin begins start starts end ends close
    closes open opens rise rises fall falls cost costs mean means suggest suggests contend
    contends claim claims insist insists
""")


def is_finite(words: Words, index: int, ends: Container[int] = frozenset()) -> bool:
    """The word can be a finite verb. `ends` are last words of names: "Trump vows" is one."""
    form = _form(words.lows[index])
    if form is _NO_VERB:
        return False
    if form is _FINITE:
        return words.words[index] != "May"
    if form is _MAYBE:
        return (index - 1) in ends and words.words[index].islower()
    before = words.low(index - 1)
    return before not in _BEFORE_ADJECTIVE and (before != "to" or form is _PAST_FORM)


class _Form(Enum):
    """What a word is by its own shape."""

    NO_VERB = auto()
    FINITE = auto()
    PAST = auto()
    PRESENT = auto()
    MAYBE = auto()


_NO_VERB, _FINITE, _PAST_FORM, _MAYBE = _Form.NO_VERB, _Form.FINITE, _Form.PAST, _Form.MAYBE


@lru_cache(maxsize=32768)
def _form(low: str) -> _Form:
    if low in AUXILIARIES or low in PAST:
        return _Form.NO_VERB if low in {"be", "been", "being"} else _Form.FINITE
    if low.endswith("ed") and len(low) > 3 and low not in _NOT_VERBS_ED:  # noqa: PLR2004
        return _Form.PAST
    if low in PRESENT or low in _SAYS:
        return _Form.PRESENT
    return _Form.MAYBE if low.endswith("s") else _Form.NO_VERB


STRONG_SAYING = listed("said says say told tells saying")
WEAK_SAYING = listed("""
    added adds stated states noted notes announced announces argued argues argue claimed
    claims claim declared declares warned warns warn explained explains insisted insists
    insist wrote writes tweeted posted confirmed confirms testified asked asks acknowledged
    acknowledges admitted admits alleged alleges suggested suggests suggest suggesting
    estimated estimates reported reports report emphasized emphasised emphasizes stressed
    stresses maintained maintains contended contends contend asserted asserts believed
    believes believe conceded concluded concludes denied denies deny predicted predicts
    recalled remarked replied responded reiterated revealed reveals complained cautioned
    caution indicated hinted observed pointed joked quipped shouted thought thinks hopes hoped
    feared fears fear urged urges accused showed found counted counts commented continued
    concurred disclosed advised repeated lamented wondered vowed pledged promised promises
    vows pledges threatened threatens
""")
PROMISING = listed("""
    vowed vows vow promised promises pledged pledges threatened threatens agreed committed
    refused declined
""")
CALLING = listed("""
    called calls call calling dubbed described describing describes labelled labeled branded
    denounced denouncing condemned praised hailed slammed blasted criticised criticized
    decried
""")
RECKONING = listed("counted counts estimated estimates reckoned reckons put puts spoke speaks")
VOICING = listed("""
    roared screamed yelled cried crowed whispered muttered murmured sighed laughed moaned groaned
    snapped barked bellowed hissed growled thundered fumed raged ranted boasted bragged gushed
    enthused sobbed exclaimed interjected countered retorted opined mused reflected bemoaned
    grumbled confided confessed conceded volunteered elaborated clarified echoed pleaded begged
    demanded vented chanted sang teased scoffed sneered screams roars cries boasts crows
""")
THINKING = listed("""
    believed believes believe thought thinks hopes hoped feared fears fear wondered predicted
    predicts
""")
ECHOING = listed("""
    adding arguing claiming warning noting insisting explaining suggesting stressing telling
    announcing predicting alleging maintaining promising vowing stating
""")
SAYING = (STRONG_SAYING | WEAK_SAYING | PROMISING | CALLING | RECKONING | VOICING | ECHOING)
"""`VOICING` verbs need a quotation beside them, `ECHOING` ones follow a comma and their subject is
that of the sentence."""

SPOKEN = VOICING | listed("""
    say said says told wrote tweeted posted asked replied shouted joked quipped recalled added
    declared claimed explained noted remarked commented continued insisted argued stated
    warned
""")
_SAYS = listed("""
    denies denied deny warns insists alleges admits acknowledges explains adds asks announces
    declares confirms concludes maintains asserts believes predicts reveals tells refuses declines
    threatens describes condemns
""")
NEGATIONS = listed("""
    not never no neither nor none nobody nothing cannot without isn't aren't wasn't weren't
    hasn't haven't hadn't won't wouldn't can't couldn't shouldn't mustn't doesn't don't didn't
    ain't
""")
DENYING = listed("denied denies deny denying disputed disputes rejected refuted")
