"""Writing HTML: every text is escaped, and only what this module made counts as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import zip_longest

VOID = frozenset({"br", "hr", "input"})


class Html(str):
    """A piece of finished markup; a plain `str` is text and is escaped when it goes into markup."""

    __slots__ = ()


type Content = Html | str | None


def el(tag: str, *content: Content, **attributes: str | bool | None) -> Html:
    """One element. Content that is None is left out, as are attributes that are None or False.

    An underscore at the end of an attribute's name is dropped (`class_`), others become hyphens (`data_at`).
    """
    marks = "".join(
        f" {_name(name)}" if value is True else f' {_name(name)}="{escape(value, quote=True)}"'
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    if tag in VOID:
        return Html(f"<{tag}{marks}>")
    return Html(f"<{tag}{marks}>{join(*content)}</{tag}>")


def join(*content: Content) -> Html:
    """Pieces one after the other; texts escaped, None left out."""
    return Html("".join(part if isinstance(part, Html) else escape(part, quote=False) for part in content if part))


def problem(message: str | None) -> Html:
    """The place for what is wrong with an answer, empty and hidden while nothing is."""
    return el(
        "p", message or "", class_="flow-error", role="alert", tabindex="-1", data_flow_error=True, hidden=not message
    )


def labelled_table(
    caption: Content,
    columns: Sequence[str],
    rows: Iterable[Sequence[Content]],
    *,
    ids: Sequence[str] = (),
    caption_class: str | None = None,
    class_: str = "decision-table",
    **attributes: str | bool | None,
) -> Html:
    """A table whose cells name their columns, so that a phone can show each row as a block of its own.

    The first cell of a row is its head; `ids` are the anchors of the rows. An empty cell (None) names no column.
    """
    body = [
        el("tr", *(_cell(number, columns[number], cell, anchor) for number, cell in enumerate(row)))
        for row, anchor in zip_longest(rows, ids)
    ]
    return el(
        "table",
        el("caption", caption, class_=caption_class),
        el("thead", el("tr", *(el("th", column, scope="col") for column in columns))),
        el("tbody", *body),
        class_=class_,
        **attributes,
    )


def _cell(number: int, column: str, content: Content, anchor: str | None) -> Html:
    if number == 0:
        return el("th", content, scope="row", id=anchor, data_label=column)
    return el("td", content, data_label=column if content else None)


def _name(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")
