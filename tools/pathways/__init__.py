"""The decision logic: standard library only; every file here is shipped to the browser."""
