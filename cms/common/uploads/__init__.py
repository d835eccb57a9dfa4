"""What arrives as a file: pictures without what a camera wrote into them, documents that are what they say."""
