"""Files in a real office program: what it opens, prints and makes of cells.

The session ``tests`` of nox looks for LibreOffice and names it in ``JMD_LIBREOFFICE``; without that the
folder is left out.
"""

from __future__ import annotations

import os

collect_ignore_glob = [] if os.environ.get("JMD_LIBREOFFICE") else ["test_*.py"]
