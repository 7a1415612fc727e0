"""Figures and tables of a workspace or of a view: map, shares, coverage, committees, networks."""
