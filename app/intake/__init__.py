"""Outside things to articles: files, pages, feeds, and what is left out of them."""
