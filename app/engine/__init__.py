"""The engine: text to claims, claims to findings, findings to suggestions. Pure, offline."""
