"""Every error raised on purpose: what is wrong, which value, what to do about it.

One class per situation, one base, caught only at the edges (command line, web app, batch loops).
"""


class PressmarkError(Exception):
    """The base of all errors that are meant for a reader. Its text is shown as it is."""


class InputError(PressmarkError):
    """One input cannot be read; the build goes on without it."""


class SourceError(PressmarkError):
    """A SOURCE is missing, empty or unreadable: nothing is indexed, and nothing is removed."""


class TooMuchRemovedError(PressmarkError):
    """A run would remove more than a tenth of the archive and was not told to (--prune)."""


class NoIndexError(PressmarkError):
    """There is no published index at the location."""


class DamagedIndexError(PressmarkError):
    """The index is there and cannot be opened as it is."""


class IndexVersionError(PressmarkError):
    """The index was written by another version; it has to be built again."""


class LockedError(PressmarkError):
    """Another process is writing to this index."""


class LocationError(PressmarkError):
    """An index location that no engine knows."""


class SettingsError(PressmarkError):
    """A setting that cannot be used."""


class UnknownDocumentError(PressmarkError):
    """There is no document of this id."""


class UnknownPersonError(PressmarkError):
    """There is no person of this id or name."""


class DeadlineError(PressmarkError):
    """An answer took too long and was given up; it says so and never shows 0."""


class ParameterError(PressmarkError):
    """A parameter of a page or of the API that cannot be used."""
