"""Exporters for the model of a youth migration service: find them, run them, write what they give.

Data goes one way: a workspace is cut to what an audience may see, an exporter makes artifacts of it,
and :func:`write` puts them on disk as one set. The names below are all that a plugin or a program
needs; they are loaded when they are first used, so that importing the package costs nothing.

Serves R-51 and R-57.
"""

from __future__ import annotations

TYPE_CHECKING = False  # why so: see jmdmodel.first_use
if TYPE_CHECKING:
    from jmdexport.builtin.impuls import ImpulsData, ImpulsFault, MappingFault, read_impuls
    from jmdexport.documents.faults import TemplateFault
    from jmdexport.errors import (
        AudienceRefused,
        BadArtifact,
        BadOption,
        BadRecord,
        ExportError,
        MissingExtra,
        NothingExported,
        PluginProblem,
        RecordRefused,
        UnknownExporter,
        UnknownMedium,
    )
    from jmdexport.export_record import ExportRecord, RecordedFile
    from jmdexport.failing import ExporterFailed
    from jmdexport.hookspecs import hookimpl
    from jmdexport.jobs import Wanted
    from jmdexport.last_search import PrivateValueFound
    from jmdexport.options import option
    from jmdexport.picture import Picture, draw_map
    from jmdexport.record_chain import RecordFault, RecordVerdict
    from jmdexport.recording import Recording, note_export, verify_record
    from jmdexport.records import (
        API_VERSION,
        Artifact,
        Exporter,
        ExportRequest,
        MadeBy,
        Medium,
        NoOptions,
        Reason,
    )
    from jmdexport.registry import Registry
    from jmdexport.run import export, render_all
    from jmdexport.wire import Limits
    from jmdexport.writing import Verdict, leftovers, verify, write
    from jmdmodel.messages import Say
    from jmdmodel.scales import Audience
else:
    from jmdmodel.first_use import on_first_use

    __getattr__, __dir__ = on_first_use(
        globals(),
        {
            "jmdexport.builtin.impuls": "ImpulsData ImpulsFault MappingFault read_impuls",
            "jmdexport.documents.faults": "TemplateFault",
            "jmdexport.errors": (
                "AudienceRefused BadArtifact BadOption BadRecord ExportError MissingExtra NothingExported"
                " PluginProblem RecordRefused UnknownExporter UnknownMedium"
            ),
            "jmdexport.export_record": "ExportRecord RecordedFile",
            "jmdexport.failing": "ExporterFailed",
            "jmdexport.hookspecs": "hookimpl",
            "jmdexport.jobs": "Wanted",
            "jmdexport.last_search": "PrivateValueFound",
            "jmdexport.options": "option",
            "jmdexport.picture": "Picture draw_map",
            "jmdexport.record_chain": "RecordFault RecordVerdict",
            "jmdexport.recording": "Recording note_export verify_record",
            "jmdexport.records": "API_VERSION Artifact Exporter ExportRequest MadeBy Medium NoOptions Reason",
            "jmdexport.registry": "Registry",
            "jmdexport.run": "export render_all",
            "jmdexport.wire": "Limits",
            "jmdexport.writing": "Verdict leftovers verify write",
            "jmdmodel.messages": "Say",
            "jmdmodel.scales": "Audience",
        },
    )

__all__ = [
    "API_VERSION",
    "Artifact",
    "Audience",
    "AudienceRefused",
    "BadArtifact",
    "BadOption",
    "BadRecord",
    "ExportError",
    "ExportRecord",
    "ExportRequest",
    "Exporter",
    "ExporterFailed",
    "ImpulsData",
    "ImpulsFault",
    "Limits",
    "MadeBy",
    "MappingFault",
    "Medium",
    "MissingExtra",
    "NoOptions",
    "NothingExported",
    "Picture",
    "PluginProblem",
    "PrivateValueFound",
    "Reason",
    "RecordFault",
    "RecordRefused",
    "RecordVerdict",
    "RecordedFile",
    "Recording",
    "Registry",
    "Say",
    "TemplateFault",
    "UnknownExporter",
    "UnknownMedium",
    "Verdict",
    "Wanted",
    "draw_map",
    "export",
    "hookimpl",
    "leftovers",
    "note_export",
    "option",
    "read_impuls",
    "render_all",
    "verify",
    "verify_record",
    "write",
]
