"""One file a noun, each with a `router`."""

ROUTERS = (
    "overview", "cases", "queue", "together", "imports", "help", "pairs", "matrix", "topics",
    "articles", "reports", "administration", "acting", "adjudication", "search", "settings",
    "claims", "corrections", "names",
)
"""The order matters where one address could be read as another: `/cases/new` before
`/cases/{case}`."""
