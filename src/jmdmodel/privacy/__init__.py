"""What an audience may see: views, the findings beside them, and new pseudonyms for third parties (R-51)."""

from jmdmodel.privacy.findings import visible
from jmdmodel.privacy.pseudonyms import rekey
from jmdmodel.privacy.view import redact

__all__ = ["redact", "rekey", "visible"]
