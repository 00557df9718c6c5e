"""The review book: all that an area's tools ask and say, as one document to print, tick and sign.

It holds the declared data, not merged advice: each line as somebody wrote it, with its condition and its clauses.
`numbers` counts the lines, `lines` writes one, `questions`, `tool` and `registers` make the parts, `book` joins them.
"""

from handbook.review_book.book import review_book

__all__ = ["review_book"]
