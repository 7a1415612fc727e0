"""Everything that the library asks of an exporter, in one line."""

from jmdexport.testing import contract_test

test_graph_json = contract_test("graph-json", language="en")
