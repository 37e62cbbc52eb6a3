#!/usr/bin/env python3
"""Django's own commands, for people who work on Stegvis. Everybody else uses `stegvis`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stegvis.config.settings.dev")

from django.core.management import execute_from_command_line

execute_from_command_line(sys.argv)
