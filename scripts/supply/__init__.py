"""What this project is made of: locked packages, files that others wrote, their licences, and a list of all that."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
