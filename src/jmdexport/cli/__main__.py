"""``python -m jmdexport.cli``, for where the command is not on the path."""

from jmdexport.cli import main

main()
