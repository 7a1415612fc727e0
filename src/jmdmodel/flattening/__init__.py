"""Every collection of a workspace as flat rows with stable column names.

What a column is called, what it holds and who may see it follows from what the fields say of themselves.
CSV, workbook, Parquet and the page of the documentation are made from this one definition.
"""

from jmdmodel.flattening.columns import FlatColumn, exact_decimal
from jmdmodel.flattening.rows import FlatTable, flat_layouts, flat_tables

__all__ = ["FlatColumn", "FlatTable", "exact_decimal", "flat_layouts", "flat_tables"]
