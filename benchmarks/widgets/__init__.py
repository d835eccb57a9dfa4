"""What the widgets cost a visitor: `python -m benchmarks.widgets`."""
