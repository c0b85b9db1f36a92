"""What each subcommand of `portal` does, a module each: it calls one function and prints. Only these and `cli` print.

A command loads what it needs alone: a check of tables waits for no charts.
"""
