"""Whether HTML is written as the standard asks."""

from tinyhtml5.parser import HTMLParser

_AROUND = "<!doctype html><html lang=en><head><title>x</title></head><body>{}</body></html>"


def html_errors(html: str) -> list[str]:
    """Every error of a page, or of a piece of one, as `line:column: what, with its details`; empty when it is good."""
    page = html if html.lstrip().lower().startswith("<!doctype") else _AROUND.format(html)
    parser = HTMLParser()
    parser.parse(page)
    return [f"{line}:{column}: {what} {details}" for (line, column), what, details in parser.errors]
