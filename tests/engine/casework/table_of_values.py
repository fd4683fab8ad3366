"""Rows of the table: figures, ranks, ages and days."""

from app.domain.pairs import Reason
from tests.engine.casework.table import AGREE, CONFLICT, RELATED, STRICT, TENSION, Row

ROWS = (
    Row("range and point", (AGREE, Reason.NUMBER, STRICT), (
        ("Between 200 and 300 people marched through Orby on Monday.",
         "About 260 people marched through Orby on Monday."),
        ("The council of Selm expects between 40 and 50 new homes.",
         "Some 45 new homes are expected by the council of Selm."),
        ("From 1,000 to 1,200 jobs will go at the Korvik yard.",
         "Around 1,100 jobs are to be cut at the yard in Korvik."))),
    Row("rival counts by source", (CONFLICT, Reason.NUMBER, STRICT), (
        ("Police put the crowd in Orby at 8,000 people.",
         "Organizers counted 40,000 people in the crowd in Orby."),
        ("Some 3,000 people attended the rally in Selm, the police said.",
         "The union said that 9,000 people attended the rally in Selm."),
        ("Police estimated that 500 demonstrators gathered in Korvik.",
         "Organisers said 2,000 demonstrators gathered in Korvik."))),
    Row("units", (AGREE, Reason.NUMBER, STRICT), (
        ("The fire burned 40 hectares of forest near Orby.",
         "The fire near Orby burned about 100 acres of forest."),
        ("The new tunnel at Selm is 16 kilometers long.",
         "The new tunnel at Selm has a length of about 10 miles."),
        ("The tower in Korvik is 90 meters high.",
         "The tower in Korvik is about 295 feet high."))),
    Row("currency", (RELATED, Reason.NUMBER, TENSION), (
        ("The museum in Orby won a EUR 2.1m grant.",
         "The museum in Orby won a $2.3m grant."),
        ("Selm city council bought the ferry for €4 million.",
         "The ferry cost Selm city council $4.3 million."),
        ("The Korvik yard lost £12 million on the order.",
         "On the order the Korvik yard lost about $15 million."))),
    Row("percent and points", (CONFLICT, Reason.NUMBER, STRICT), (
        ("Turnout in Orby rose 2 percent.",
         "Turnout in Orby rose 2 percentage points, to 41%."),
        ("Unemployment in Selm fell by 3 percent.",
         "Unemployment in Selm fell by three percentage points."),
        ("The level of the Korvik reservoir dropped 5% last week.",
         "Last week the level of the Korvik reservoir dropped 5 percentage points."))),
    Row("share and count", (AGREE, Reason.NUMBER, STRICT), (
        ("The Orby yard will cut a third of its 1,230 jobs.",
         "The Orby yard will cut 410 jobs."),
        ("A third of the staff will go at the Selm mill.",
         "The mill in Selm will cut 410 of 1,230 jobs."),
        ("Half of the town's 800 homes in Korvik were flooded.",
         "Some 400 homes were flooded in Korvik."))),
    Row("base differs", (RELATED, Reason.NUMBER, TENSION), (
        ("In Orby 5% of workers are out of a job.",
         "In Orby 3% of residents are out of a job."),
        ("The survey found that 40 percent of voters in Selm support the tunnel.",
         "The survey found that 28 percent of adults in Selm support the tunnel."),
        ("The strike closed 12% of schools in Korvik.",
         "In Korvik the strike closed 20 percent of kindergartens."))),
    Row("period differs", (RELATED, Reason.NUMBER, TENSION), (
        ("Sales at Norlund were up 8% on the quarter.",
         "Sales at Norlund were down 3% on the year."),
        ("House prices in Selm rose 2 percent on the month.",
         "House prices in Selm rose 9 percent year on year."),
        ("Norlund's profit grew 4% from the previous quarter.",
         "Profit at Norlund grew 11% from the previous year."))),
    Row("magnitude slip", (CONFLICT, Reason.NUMBER, STRICT), (
        ("The governor promised Orby a fund of $1.4 billion.",
         "The governor promised Orby a fund of $1.4 million."),
        ("The storm in Selm left 3 million homes without power.",
         "The storm in Selm left 3,000 homes without power."),
        ("The Korvik yard owes its banks €2.5bn.",
         "The yard in Korvik owes its banks €2.5 million."))),
    Row("digit slip", (CONFLICT, Reason.NUMBER, STRICT), (
        ("The crew of the ferry Orby numbered 187 sailors.",
         "The ferry Orby had a crew of 178 sailors."),
        ("The Selm council hired 312 teachers.",
         "The council of Selm hired 321 teachers."),
        ("The water in Korvik rose to 7.4 meters.",
         "In Korvik the water rose to 4.7 meters."))),
    Row("running total and day's figure", (CONFLICT, Reason.SCOPE, STRICT), (
        ("Orby recorded 300 cases of measles on Friday.",
         "Orby has recorded 300 cases of measles since May."),
        ("Selm counted 45 burglaries last week.",
         "Selm has counted 45 burglaries since January."),
        ("Police in Korvik made 60 arrests on Sunday.",
         "Police in Korvik have made 60 arrests so far this year."))),
    Row("rank or first", (CONFLICT, Reason.DETAIL, STRICT), (
        ("Mara Lind is the first woman to lead the port of Orby.",
         "Mara Lind is the second woman to lead the port of Orby."),
        ("Selm is the third city in the state to ban the boats.",
         "Selm is the fifth city in the state to ban the boats."),
        ("Norlund is the largest employer in Korvik.",
         "Norlund is the second largest employer in Korvik."))),
    Row("record with a date", (CONFLICT, Reason.DATE, STRICT), (
        ("Unemployment in Orby is at its lowest since 2009.",
         "Unemployment in Orby is at its lowest since 2011."),
        ("The Selm river rose to its highest level since 1968.",
         "The river in Selm reached its highest level since 1986."),
        ("It was the deadliest fire in Korvik since 1990.",
         "The fire was the deadliest in Korvik since 1999."))),
    Row("age", (CONFLICT, Reason.NUMBER, STRICT), (
        ("Mara Lind, 34, was elected mayor of Orby.",
         "The 35-year-old Lind was elected mayor of Orby."),
        ("Police in Selm arrested Jon Ferris, 51.",
         "Jon Ferris, aged 53, was arrested by police in Selm."),
        ("The pilot Ada Moss, 42, landed the plane in Korvik.",
         "Ada Moss, a 45-year-old pilot, landed the plane in Korvik."))),
    Row("day across time zones", (AGREE, Reason.DATE, STRICT), (
        ("The rocket was launched from Orby late Monday local time.",
         "The rocket was launched from Orby early Tuesday GMT."),
        ("The quake shook Selm late on Monday.",
         "The quake shook Selm in the early hours of Tuesday, GMT."),
        ("The senate in Korvik approved the ban late Monday.",
         "The senate in Korvik approved the ban early on Tuesday, UTC."))),
)
