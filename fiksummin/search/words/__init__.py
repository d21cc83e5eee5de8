"""Words: how a text and a question are taken apart, so that they meet whatever their form and language."""
