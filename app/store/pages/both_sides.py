"""The two claims of a pair with their articles and sources, for any query that holds `pairs`."""

from typing import Any

from sqlalchemy import Select

from app.store.tables import articles, claims, pairs, sources

c1, c2 = claims.alias("c1"), claims.alias("c2")
a1, a2 = articles.alias("a1"), articles.alias("a2")
s1, s2 = sources.alias("s1"), sources.alias("s2")


def with_both_sides(query: Select[Any]) -> Select[Any]:
    """The query joined with both claims (`c1`, `c2`), their articles and sources."""
    for side, claim, article, source in (
        (pairs.c.first_claim_id, c1, a1, s1), (pairs.c.second_claim_id, c2, a2, s2),
    ):
        query = (
            query.join(claim, claim.c.id == side)
            .join(article, article.c.id == claim.c.article_id)
            .join(source, source.c.id == article.c.source_id)
        )
    return query
