"""Publishing: reads words and facts, writes the site. Runs at build time only."""
