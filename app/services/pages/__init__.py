"""What each page shows, ready to render: no query, sum or sorting is left for a template."""
