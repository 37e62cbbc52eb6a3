"""The tags every page is built from: `{% load ui %}`. Each is short; its look is in `templates/ui/parts/`.

Text arguments are escaped by the templates; the content of a block is template output and is taken as it is.
See README.md in this app for what each tag is for, and the gallery page for how it looks.
"""

from . import forms, moments, navigation, parts
from .library import register

__all__ = ["forms", "moments", "navigation", "parts", "register"]
