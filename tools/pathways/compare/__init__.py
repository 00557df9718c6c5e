"""Five areas side by side: the same facts posed to each, and what its own flows answer."""
