"""Everything that the pages read, each function returning its Page.

All take the store and the reviewer first. Nothing here writes, and no page tells what others
tagged or noted on a pair that its viewer has not tagged (design, principle 6).
"""

from app.services.browsing import queries
from app.services.browsing.claim_lists import claims
from app.services.browsing.company import acting_as
from app.services.browsing.compare_many import compare_many
from app.services.browsing.corrected import corrected
from app.services.browsing.disputes import adjudication, dispute_after
from app.services.browsing.findings_list import findings
from app.services.browsing.front import cases, new_case, overview, reports
from app.services.browsing.grid import matrix
from app.services.browsing.intake import import_form, import_job
from app.services.browsing.lists import pair_after
from app.services.browsing.log import Looked, activity
from app.services.browsing.one_pair import pair
from app.services.browsing.outlets import outlet, outlets
from app.services.browsing.pairs_list import all_done, queue
from app.services.browsing.putting_right import claim_address, correct, names
from app.services.browsing.reading import article, articles
from app.services.browsing.reasons import reasons
from app.services.browsing.reshaping_forms import moved as claims_moved
from app.services.browsing.shells import case_head, shell
from app.services.browsing.timeline import timeline
from app.services.browsing.topic_edit import edit_topics
from app.services.browsing.topic_row import topic_row
from app.services.browsing.topic_sight import Opened
from app.services.browsing.topic_steps import topic_after

__all__ = [
    "Looked", "Opened", "acting_as", "activity", "adjudication", "all_done", "article",
    "articles", "case_head", "cases", "claim_address", "claims", "claims_moved", "compare_many",
    "correct", "corrected", "dispute_after", "edit_topics", "findings", "import_form",
    "import_job", "matrix", "names", "new_case", "outlet", "outlets", "overview", "pair",
    "pair_after", "queries", "queue", "reasons", "reports", "shell", "timeline", "topic_after",
    "topic_row",
]
