"""What pages read: each select built once with bind parameters, each answer rows made to show.

Nothing here decides what a viewer may see, but for one rule that is cheapest in SQL: what others
tagged leaves the store only for pairs that the viewer tagged, unless its docstring says so.
"""

from sqlalchemy import Connection

from app.store.pages.activity import Activity
from app.store.pages.beside import Beside
from app.store.pages.cases import CaseTables
from app.store.pages.claims import ClaimLists
from app.store.pages.disputes import Disputes
from app.store.pages.facets import Facets
from app.store.pages.found import Found
from app.store.pages.grid import Grid
from app.store.pages.grounds import Grounds
from app.store.pages.heads import Heads
from app.store.pages.jobs import Jobs
from app.store.pages.one_pair import OnePair
from app.store.pages.one_topic import OneTopic
from app.store.pages.outlets import Outlets
from app.store.pages.rows import PairRows
from app.store.pages.shared import Shared
from app.store.pages.states import ClaimStates
from app.store.pages.texts import Texts
from app.store.pages.times import Times
from app.store.pages.triangles import Triangles
from app.store.pages.walking import Listing


class Pages:
    """The read queries, one attribute a page or part of a page."""

    def __init__(self, connection: Connection) -> None:
        self.activity = Activity(connection)
        self.beside = Beside(connection)
        self.cases = CaseTables(connection)
        self.claims = ClaimLists(connection)
        self.claim_states = ClaimStates(connection)
        self.disputes = Disputes(connection)
        self.facets = Facets(connection)
        self.found = Found(connection)
        self.grid = Grid(connection)
        self.grounds = Grounds(connection)
        self.heads = Heads(connection)
        self.jobs = Jobs(connection)
        self.listing = Listing(connection)
        self.one_pair = OnePair(connection)
        self.outlets = Outlets(connection)
        self.one_topic = OneTopic(connection)
        self.rows = PairRows(connection)
        self.shared = Shared(connection)
        self.texts = Texts(connection)
        self.times = Times(connection)
        self.triangles = Triangles(connection)
