"""Whether "he" or "she" can mean a person, by first name, honorific or office.

Three answers: "she", "he", or "" where the name is borne by both or is not known; then either
pronoun may mean the person.
"""

from functools import lru_cache

from app.engine.facts.gazetteer import FIRST_NAMES
from app.engine.listing import listed

_HERS = listed("""
    abigail aisha alejandra alexandra alexandria alice alicia alison allison amanda amber amina amy
    ana anastasia angela anita ann anna anne annie april arlene audrey ava ayesha barbara beatrice
    becky beth betty beverly bonnie brenda bridget brittany caitlin carla carmen carol carole
    caroline carolyn carrie catherine cathy cecilia charlotte chelsea cheryl chloe christina
    christine claire clara claudia colleen connie cristina crystal cynthia daisy dana daniela
    danielle darlene dawn deborah debra denise diana diane dolores donna doris dorothy edith eileen
    elaine eleanor elena elisa elisabeth elizabeth ella ellen emily emma erica erika erin esther
    eva evelyn fatima fiona florence frances francesca gabriela gina giorgia gloria grace greta
    hannah heather heidi helen hillary holly hydee ingrid irene iris isabel isabella ivanka jackie
    jacqueline jane janet janice jennifer jenny jessica jill jo joan joanna joanne jodi joy joyce
    juanita judith judy julia julie june kamala karen kate katherine kathleen kathryn kathy katie
    kimberly kristen kristin laura laurie leah leila lena lillian lily linda lindsay lindsey lisa
    liz lois lori lorraine louise lucia lucy lydia lynn mackenzie madison mara marcia margaret
    maria mariam marie marilyn marlene marta martha mary maría maureen megan melania melinda
    melissa michele michelle mildred miriam molly monica nadia nancy naomi natalie natasha nicole
    nina nora olga olivia pamela patricia paula pauline peggy penny petra phyllis priya rachel
    rebecca renee rita roberta rosa rose ruth sabrina sally salma samantha sandra sara sarah serena
    shannon sharon sheila shirley sofia sonia sophia sophie stacey stacy stella stephanie sue susan
    suzanne svetlana sylvia tamara tammy tanya tara teresa thelma theresa tiffany tina toni ursula
    valerie vanessa vera veronica vicki victoria viola virginia vivian wanda wendy yasmin yolanda
    yvonne zoe
""")
_EITHER = listed("""
    alexis alex andrea angel ari ariel ashley asim blake cameron casey charlie chris clarence dale
    drew gabriel guy jamie jan jean jordan julian kelly kim lee leslie logan lou marian mackenzie
    morgan nikita noel pat per robin sam sasha shawn sidney simone terry tracy taylor tony xi dylan
    charles jackson kirk franklin grant lewis
""")
_HER_OFFICES = listed("""
    councilwoman congresswoman chairwoman spokeswoman assemblywoman alderwoman policewoman queen
    princess dame lady mrs ms miss actress sister mother businesswoman forewoman
""")
_HIS_OFFICES = listed("""
    councilman congressman chairman spokesman assemblyman alderman policeman king prince sir lord
    mr father brother pope businessman foreman
""")


@lru_cache(maxsize=8192)
def pronoun_of(name: str, office: str) -> str:
    """"he", "she" or "" for a person by the fullest name and the office."""
    offices = set(office.split())
    if offices & _HER_OFFICES:
        return "she"
    if offices & _HIS_OFFICES:
        return "he"
    parts = name.split(maxsplit=1)
    first = parts[0].lower() if len(parts) > 1 else ""
    if first in _EITHER:
        return ""
    if first in _HERS:
        return "she"
    return "he" if first in FIRST_NAMES else ""


def can_mean(pronoun: str, said: str) -> bool:
    """A pronoun can mean a person of whom `pronoun_of` says `said`."""
    return not said or pronoun not in {"he", "she"} or said == pronoun
