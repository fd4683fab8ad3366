"""One file a noun, each with a `router`."""

ROUTERS = (
    "overview", "cases", "queue", "imports", "help", "pairs", "matrix", "articles", "reports",
    "administration", "acting", "adjudication", "corrections", "names",
)
"""The order matters where one address could be read as another: `/cases/new` before
`/cases/{case}`."""
