"""The use cases, as plain functions: what the command line and the Python API both call. Prints nothing."""
