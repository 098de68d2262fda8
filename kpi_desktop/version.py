"""The version of the program. The only place that says it: packages, installers and the crash log take it from here."""

__version__ = "0.1.0"
