"""Tables of organisations that come in as proposals and go out as exports. Nothing here makes anything public."""
