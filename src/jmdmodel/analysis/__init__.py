"""What can be asked of a workspace or a view: figures, changes, coverage, gaps, partners for a goal, work.

The verbs stand in the package root; the packages and modules here hold them with their results.
"""
