"""What is told of a change of plan: the report, the marked tree and the list of changes."""
