"""Writing HTML: every text is escaped, and only what this module made counts as markup."""

from __future__ import annotations

from html import escape

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


def _name(attribute: str) -> str:
    return attribute.rstrip("_").replace("_", "-")
