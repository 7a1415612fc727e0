"""What an audience may see: views, the findings beside them, and new pseudonyms for third parties (R-51)."""

TYPE_CHECKING = False  # why so: see jmdmodel.first_use
if TYPE_CHECKING:
    from jmdmodel.privacy.findings import visible
    from jmdmodel.privacy.pseudonyms import rekey
    from jmdmodel.privacy.view import redact
else:
    from jmdmodel.first_use import on_first_use

    __getattr__, __dir__ = on_first_use(
        globals(),
        {
            "jmdmodel.privacy.findings": "visible",
            "jmdmodel.privacy.pseudonyms": "rekey",
            "jmdmodel.privacy.view": "redact",
        },
    )

__all__ = ["redact", "rekey", "visible"]
