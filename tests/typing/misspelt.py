"""A type checker tells a name that a package does not have, though names are loaded when first used."""

import jmdexport
import jmdexport.testing
import jmdmodel
import jmdmodel.quality.forms

LOAD = jmdmodel.lode  # type: ignore[attr-defined]
AS_SARIF = jmdmodel.quality.forms.as_sarf  # type: ignore[attr-defined]
EXPORT = jmdexport.exprot  # type: ignore[attr-defined]
CONTRACT_TEST = jmdexport.testing.contract_tset  # type: ignore[attr-defined]
