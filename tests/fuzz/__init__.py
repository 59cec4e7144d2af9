"""Any bytes at all, given to the importers."""
