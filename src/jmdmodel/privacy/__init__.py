"""What an audience may see: views of a workspace, and the findings that may be shown beside them (R-51)."""

from jmdmodel.privacy.findings import visible
from jmdmodel.privacy.view import redact

__all__ = ["redact", "visible"]
