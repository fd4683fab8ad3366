"""Rows of the table: stages, places, names, sources, scope and wording."""

from app.domain.pairs import Reason
from tests.engine.casework.table import AGREE, CONFLICT, FRAMING, RELATED, STRICT, TENSION, Row

FERRY = ("The ferry Orby ran aground on a sandbank outside the harbour at dawn with some "
         "travellers on board who had to wait for the tide.")
SINGER = ("A judge in Selm ordered the release of the singer, who had spent the night in a cell "
          "after a quarrel with a guard at the opera.")
ICEBREAKER = ("The yard in Korvik launched the icebreaker on a grey morning before a small crowd "
              "of welders, their families and a brass band.")

ROWS = (
    Row("announced, signed, in force", (CONFLICT, Reason.EVENT_ORDER, STRICT), (
        ("The ban on diesel cars in Orby started in May.",
         "The ban on diesel cars in Orby, announced in May, starts in September."),
        ("The new tax in Selm has been in force since January.",
         "The new tax in Selm will take effect in July."),
        ("The curfew in Korvik began on Monday.",
         "The curfew in Korvik, announced on Monday, begins on Friday."))),
    Row("place that excludes", (CONFLICT, Reason.DETAIL, STRICT), (
        ("A small plane of Norlund Air crashed in Lower Weston, killing the pilot, Jon Ferris.",
         "A small plane of Norlund Air crashed in Easton, killing the pilot, Jon Ferris."),
        ("Fire broke out at the old paper mill of Norlund in Selm at dawn.",
         "Fire broke out at the old paper mill of Norlund in Korvik at dawn."),
        ("The missing boy Paul Dane was found asleep in a barn in Weston County.",
         "Searchers found the missing boy Paul Dane asleep in a barn in Easton."))),
    Row("place grain", (AGREE, Reason.DETAIL, STRICT), (
        ("A small plane of Norlund Air crashed in Lower Weston, killing the pilot, Jon Ferris.",
         "A small plane of Norlund Air crashed in Weston County, killing the pilot, Jon Ferris."),
        ("Fire broke out at the old paper mill of Norlund in North Selm at dawn.",
         "Fire broke out at the old paper mill of Norlund in Selm at dawn."),
        ("The missing boy Paul Dane was found asleep in a barn in Old Korvik.",
         "Searchers found the missing boy Paul Dane asleep in a barn in Korvik County."))),
    Row("identity", (CONFLICT, Reason.NAME_SPELLING, STRICT), (
        ("John A. Reed was fined by the court in Orby.",
         "John B. Reed was fined by the court in Orby."),
        ("The judge in Selm sent Mary K. Holt to prison.",
         "Mary L. Holt was sent to prison by a judge in Selm."),
        ("Paul R. Dane will lead the yard in Korvik.",
         "The yard in Korvik will be led by Paul S. Dane."))),
    Row("transliteration", (AGREE, Reason.NAME_SPELLING, STRICT), (
        ("The minister Oleksandr Hrytsenko visited Orby.",
         "Minister Alexander Gritsenko visited Orby."),
        ("Mayor Sergei Ivanov of Selm resigned.",
         "Mayor Serhiy Ivanov of Selm resigned."),
        ("Korvik elected Mayor Mohammed Rashid.",
         "Korvik elected Mayor Muhammad Rashid."))),
    Row("office over time", (CONFLICT, Reason.TITLE, STRICT), (
        ("Minister Ada Oduya opened the bridge in Orby on Monday.",
         "Former minister Ada Oduya opened the bridge in Orby on Monday."),
        ("Police chief Jon Ferris spoke to the council of Selm.",
         "Jon Ferris, the former police chief, spoke to the council of Selm."),
        ("President Mara Lind signed the Korvik treaty.",
         "Former President Mara Lind signed the Korvik treaty."))),
    Row("step in a criminal case", (CONFLICT, Reason.EVENT_ORDER, STRICT), (
        ("Jon Ferris was arrested in Orby over the fire.",
         "Jon Ferris was charged in Orby over the fire."),
        ("A nurse was charged with theft in Selm.",
         "A nurse was convicted of theft in Selm."),
        ("Police in Korvik detained Ada Moss over the raid.",
         "Ada Moss was found guilty in Korvik over the raid."))),
    Row("the killer", (CONFLICT, Reason.EVENT_ORDER, TENSION), (
        ("Jon Ferris was arrested in Orby over the death of a guard.",
         "Jon Ferris, the killer of a guard in Orby, is in custody."),
        ("Ada Moss was charged with the Selm jewel raid.",
         "Jewel thief Ada Moss carried out the Selm raid."),
        ("Paul Dane is suspected of the murder in Korvik.",
         "The murderer Paul Dane was seen in Korvik."))),
    Row("cause and sequence", (RELATED, Reason.EVENT_ORDER, TENSION), (
        ("The bridge at Orby closed after a strike by road workers.",
         "The bridge at Orby closed because of a strike by road workers."),
        ("Mayor Lind of Selm resigned following the report on the ferry.",
         "Mayor Lind of Selm resigned because of the report on the ferry."),
        ("Shares of Norlund fell after the warning from Korvik.",
         "Shares of Norlund fell due to the warning from Korvik."))),
    Row("actor hidden", (CONFLICT, Reason.TERMINOLOGY, FRAMING), (
        ("An officer shot a man dead in Orby on Monday.",
         "A man died in an incident with police in Orby on Monday."),
        ("Police killed a woman at the station in Selm.",
         "A woman was killed at the station in Selm."),
        ("Soldiers shot two protesters in Korvik.",
         "Two protesters were shot in Korvik."))),
    Row("source strength", (RELATED, Reason.ATTRIBUTION, TENSION), (
        ("Orby will sell its port, the mayor said.",
         "Orby will sell its port, a person familiar with the talks said."),
        ("The Selm mill will close in June, owner Mara Lind said.",
         "The Selm mill will close in June, according to two people with knowledge of the plan."),
        ("Mayor Ada Moss said the Korvik yard had lost its biggest order.",
         "The Korvik yard has lost its biggest order."))),
    Row("same words, two speakers", (CONFLICT, Reason.ATTRIBUTION, STRICT), (
        ("“It was chaos in there,” said nurse Mara Lind in Orby.",
         "“It was chaos in there,” said driver Jon Ferris in Orby."),
        ("“It was chaos,” the nurse said after the fire in Selm.",
         "“It was chaos,” the driver said after the fire in Selm."),
        ("Mayor Ada Moss of Korvik said: “We will rebuild every house.”",
         "“We will rebuild every house,” Governor Paul Dane said in Korvik."))),
    Row("cut quote", (CONFLICT, Reason.QUOTE_WORDING, STRICT), (
        ("“I will not resign,” Mayor Lind of Orby said.",
         "“I will not resign unless the board asks me to,” Mayor Lind of Orby said."),
        ("Selm mayor Ada Moss said: “We will close the mill.”",
         "Selm mayor Ada Moss said: “We will close the mill if the sale fails.”"),
        ("“The dam is safe,” engineer Jon Ferris said in Korvik.",
         "“The dam is safe until the next flood,” engineer Jon Ferris said in Korvik."))),
    Row("translated quote", (AGREE, Reason.QUOTE_WORDING, STRICT), (
        ("“We are sad,” Mayor Lind of Orby said.",
         "“We are in mourning,” Mayor Lind of Orby said."),
        ("“This is a huge error,” Ada Moss said in Selm.",
         "“This is a big mistake,” Ada Moss said in Selm."),
        ("“We must begin today,” Paul Dane said in Korvik.",
         "“We have to start today,” Paul Dane said in Korvik."))),
    Row("silence and denial", (CONFLICT, Reason.MODALITY, STRICT), (
        ("Mayor Lind of Orby denied the claim.",
         "Mayor Lind of Orby declined to comment on the claim."),
        ("The Selm mill denied that it had broken the rules.",
         "The Selm mill could not be reached for comment."),
        ("Norlund rejected the allegations from Korvik.",
         "Norlund did not respond to the allegations from Korvik."))),
    Row("quantifier", (CONFLICT, Reason.SCOPE, STRICT), (
        ("All schools in Orby were closed on Monday.",
         "Most schools in Orby were closed on Monday."),
        ("Some shops in Selm stayed open.",
         "Every shop in Selm stayed open."),
        ("Most of the roads around Korvik are blocked.",
         "All of the roads around Korvik are blocked."))),
    Row("dropped condition", (CONFLICT, Reason.SCOPE, STRICT), (
        ("The plant in Orby will close.",
         "The plant in Orby will close if the sale fails."),
        ("Teachers in Selm will strike in May.",
         "Teachers in Selm will strike in May unless the council raises their pay."),
        ("The Korvik yard will hire 200 welders.",
         "The Korvik yard will hire 200 welders, provided that the order comes through."))),
    Row("negation nuance", (CONFLICT, Reason.NEGATION, STRICT), (
        ("Mayor Lind of Orby ruled out a run for governor.",
         "Mayor Lind of Orby did not rule out a run for governor."),
        ("Engineers have ruled out a failure of the Selm dam.",
         "Engineers have not ruled out a failure of the Selm dam."),
        ("The Korvik council has approved the tunnel.",
         "The Korvik council has not approved the tunnel."))),
    Row("order of a score", (CONFLICT, Reason.NUMBER, STRICT), (
        ("Orby Rovers won 2-1 against Selm United on Saturday.",
         "Orby Rovers lost 1-2 to Selm United on Saturday."),
        ("Korvik beat Selm 3-0.",
         "Selm beat Korvik 3-0."),
        ("Orby Rovers defeated Korvik City 4-2 in the final.",
         "Orby Rovers were beaten 4-2 by Korvik City in the final."))),
    Row("vote base agrees", (AGREE, Reason.VOTE_COUNT, STRICT), (
        ("The Orby council voted 9-0 with two abstentions for the tunnel.",
         "The Orby council voted unanimously for the tunnel."),
        ("The board of Selm passed the budget 7 to 0.",
         "The board of Selm passed the budget without dissent."),
        ("The Korvik city council approved the ban 5-0, with one member absent.",
         "The Korvik city council unanimously approved the ban."))),
    Row("vote base clashes", (CONFLICT, Reason.VOTE_COUNT, STRICT), (
        ("The Orby council voted 9-2 for the tunnel.",
         "The Orby council voted unanimously for the tunnel."),
        ("The Orby council voted 9-0 with two abstentions for the tunnel.",
         "The Orby council voted 9-2 for the tunnel."),
        ("The board of Selm passed the budget 7 to 1.",
         "The board of Selm passed the budget 6 to 2."))),
    Row("poll and margin", (CONFLICT, Reason.NUMBER, TENSION), (
        ("Mara Lind leads Jon Ferris in the poll in Orby.",
         "Mara Lind and Jon Ferris are tied in the poll in Orby, 48-46, margin 3 points."),
        ("Ada Moss is ahead in the race for mayor of Selm, a poll found.",
         "The race for mayor of Selm is too close to call, a poll found."),
        ("A survey in Korvik shows Paul Dane in the lead.",
         "Paul Dane is level with Ada Moss in a survey in Korvik."))),
    Row("copy of one agency text", (AGREE, Reason.PARAPHRASE, STRICT), (
        (FERRY, FERRY), (SINGER, f"{SINGER[:-1]}, AFP reported."),
        (ICEBREAKER, f"On Tuesday {ICEBREAKER[0].lower()}{ICEBREAKER[1:]}"))),
    Row("group changed", (CONFLICT, Reason.SCOPE, STRICT), (
        ("Teachers in Orby will strike on Friday.",
         "School staff in Orby will strike on Friday."),
        ("Nurses at the Selm hospital voted for a walkout.",
         "Hospital workers in Selm voted for a walkout."),
        ("Drivers of the Korvik trams will get more pay.",
         "Employees of the Korvik trams will get more pay."))),
    Row("nested attribution", (RELATED, Reason.ATTRIBUTION, TENSION), (
        ("The port of Orby will be sold, Reed said.",
         "Reed told aides that the port of Orby will be sold, two of them said."),
        ("“We will sell the mill,” Mayor Ada Moss of Selm said.",
         "Mayor Ada Moss of Selm told colleagues “we will sell the mill,” three of them said."),
        ("Paul Dane said the Korvik yard would close.",
         "Paul Dane told friends the Korvik yard would close, one of them said."))),
    Row("plan and fact", (CONFLICT, Reason.MODALITY, STRICT), (
        ("Norlund will build 500 homes in Orby.",
         "Norlund has built 500 homes in Orby."),
        ("Selm plans to plant 2,000 trees along the river.",
         "Selm planted 2,000 trees along the river."),
        ("The Korvik yard is to deliver three ferries to Selm.",
         "The Korvik yard has delivered three ferries to Selm."))),
)
