"""Pango, the library of the system that PDFs need, and how to install it.

Standard library only, and plain enough for Python 3.8: the setup uses it before anything is installed.
"""

#: What Debian and Ubuntu call it, with the two libraries that go with it.
DEBIAN_PACKAGES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]

HOW_TO_INSTALL = (
    "To make PDFs, the library Pango is needed, and it could not be loaded. Install it, then run the command again:\n"
    "  Debian, Ubuntu   sudo apt-get install {}\n"
    "  macOS            brew install pango\n"
    "  Windows          install MSYS2, then in its shell: pacman -S mingw-w64-ucrt-x86_64-pango\n"
    "The site itself (make build, make serve) does without it."
).format(" ".join(DEBIAN_PACKAGES))
