"""Text that breaks careless programs. Our own choice; NUL and lone surrogates never get in."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

NAUGHTY = (
    "", " ", "\t", "'", '"', '""', "\\", "\\n", "`", "${1}", "{{ 7 * 7 }}", "{% raw %}", "%s%n",
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", "<img src=x onerror=y()>",
    "</title></textarea><svg/onload=y()>", "<!-- -->", "]]>", "&lt;", "&#x3c;b&#x3e;",
    "javascript:y()", "data:text/html,<b>", "https://example.org/x.png", "//example.org",
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x",
    "=cmd|' /C calc'!A1", '=HYPERLINK("x","y")', " =1", "\ufeff=1", "\u200b=1", "'=1",
    "a,b;c\td", "line\nline", "line\r\nline", "line\rline", "\u2028", "\u2029", "\x85",
    "naïve café", "e\u0301", "ﷺ", "𝐓𝐡𝐞 𝐜𝐨𝐮𝐧𝐜𝐢𝐥", "👩‍👩‍👧‍👦", "🇺🇦", "\U0010fffd", "\ufffe",
    "السلام عليكم", "שלום", "\u202etxt.exe", "\u2066x\u2069", "\u202a", "Z̡͖̜̖̰a͕l͝g̵o",
    "\u0001\u001f\u007f", "undefined", "null", "NaN", "-Infinity", "0", "1e309", "True",
    "a" * 40_000,
)


def texts() -> SearchStrategy[str]:
    """Any text that the store takes: no NUL, no lone surrogate."""
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    return st.text(letters, max_size=40)
