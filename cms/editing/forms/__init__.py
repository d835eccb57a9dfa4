"""Forms of the editors' side: what may be typed, and the sentence for everything that may not."""
