"""The example service: one workspace file that the demo, the documentation and the tests use."""
