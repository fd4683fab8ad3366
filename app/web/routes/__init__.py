"""One file a noun, each with a `router`."""

ROUTERS = (
    "overview", "cases", "queue", "together", "imports", "help", "pairs", "matrix", "topic_edits",
    "topics", "articles", "reports", "administration", "acting", "adjudication", "search",
    "settings", "activity", "claims", "corrections", "names", "sources",
)
"""The order matters where one address could be read as another: `/cases/new` before
`/cases/{case}`."""
