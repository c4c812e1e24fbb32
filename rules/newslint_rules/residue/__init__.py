"""What the page left in the text: controls, markers, teasers."""
