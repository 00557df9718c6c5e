"""The MkDocs plugin: thin on purpose. It reads the data, hands MkDocs the Markdown extension, and adds the assets.

Everything that matters is elsewhere, so that another site generator could take its place: `markdown.py` does the work
on pages, `runtime.py` makes what the browser loads.
"""

from __future__ import annotations

import datetime
import json
import tempfile
from html import escape
from pathlib import Path
from typing import cast

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from handbook.chapters import Chapter, read_chapters
from handbook.checking import check_library
from handbook.data import DATA, Library, load
from handbook.frame import review
from handbook.guided import RuntimeNames
from handbook.markdown import Blocks, HandbookMarkdown
from handbook.page_checks import check_pages
from handbook.runtime import Runtime, build_runtime, for_browser
from handbook.search import mend_index, prefer_whole_words
from pathways.publication import Publication, to_plain

ASSETS = Path(__file__).parent / "assets"
SCRIPTS = ("area.js", "review.js")
"""Scripts that every page loads; each is a few lines, and each page is complete without them."""


class HandbookPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Joins the handbook's data, tools and assets to the site that MkDocs builds."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the data, make the runtime, and give MkDocs the Markdown extension."""
        root = Path(config.config_file_path).parent
        library = load(root)
        chapters = read_chapters(root)
        troubles = [*check_library(root, library), *check_pages(root, library, chapters)]
        if library.publication is None or troubles:
            raise PluginError("\n" + "\n".join(str(trouble) for trouble in troubles))
        self._folder = tempfile.TemporaryDirectory()
        self._runtime = self._make_runtime(root, library.publication)
        edition = library.publication.edition
        config.extra |= {"edition": edition.name, "paper": edition.paper}
        config.extra["areas"] = {
            id: {"name": words.name, "status": edition.status[id]} for id, words in library.publication.areas.items()
        }
        script = ExtraScriptValue(self._runtime.flow_js)
        script.type = "module"
        config.extra_javascript.append(script)
        config.extra_javascript += [ExtraScriptValue(f"assets/{name}") for name in SCRIPTS]
        config.mdx_configs["markdown_include.include"] = {"base_path": config.docs_dir, "throwException": True}
        self._markdown = self._extension(config, library, library.publication, chapters)
        config.markdown_extensions.append(self._markdown)  # type: ignore[arg-type]
        self._meta = {chapter.file: chapter.meta for chapter in chapters}
        return config

    def _make_runtime(self, root: Path, publication: Publication) -> Runtime:
        words = json.dumps(to_plain(for_browser(publication)), ensure_ascii=False)
        return build_runtime(Path(self._folder.name) / "assets", words, root / ".cache" / "python")

    def _extension(
        self, config: MkDocsConfig, library: Library, publication: Publication, chapters: list[Chapter]
    ) -> HandbookMarkdown:
        names = RuntimeNames(worker=self._runtime.worker, core=self._runtime.core, archive=self._runtime.archive)
        root = Path(config.config_file_path).parent
        return HandbookMarkdown(
            Blocks(root=root, library=library, publication=publication, runtime=names, chapters=chapters)
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the style sheets, the small scripts and the runtime to the site."""
        made = Path(self._folder.name)
        for path in sorted([*ASSETS.glob("*.css"), *(ASSETS / name for name in SCRIPTS)]):
            files.append(File.generated(config, f"assets/{path.name}", abs_src_path=str(path)))
        for path in sorted(path for path in made.rglob("*") if path.is_file()):
            files.append(File.generated(config, path.relative_to(made).as_posix(), abs_src_path=str(path)))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell the Markdown extension which page it is about to read."""
        self._markdown.page = page.url
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the frame of the page what it says of the page's review."""
        meta = self._meta.get(f"docs/{page.file.src_uri}")
        cast(dict[str, object], context)["review"] = review(meta, datetime.date.today()) if meta else None
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Give the foot of each printed sheet its words: area, edition, and not to rely on paper."""
        area = config.extra["areas"].get(page.meta.get("area"), {}).get("name")
        words = " · ".join(part for part in (area, config.extra["edition"], config.extra["paper"]) if part)
        return output.replace("<html ", f'<html data-sheet="{escape(words)}" ', 1)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Mend the search, whose plugin stands before this one and has written its files."""
        mend_index(Path(config.site_dir), {id: area["name"] for id, area in config.extra["areas"].items()})
        prefer_whole_words(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch the words and the style sheets as well as the pages."""
        root = Path(config.config_file_path).parent
        server.watch(str(root / DATA))
        server.watch(str(ASSETS))
        return server

    def on_shutdown(self) -> None:
        """Remove what was made for the build."""
        if folder := getattr(self, "_folder", None):
            folder.cleanup()
