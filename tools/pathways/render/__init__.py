"""Rendering: one set of functions writes the HTML of the build and of the browser."""
