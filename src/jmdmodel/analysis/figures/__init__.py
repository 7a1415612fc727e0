"""Figures of the network of a year, and the exact arithmetic below them."""
