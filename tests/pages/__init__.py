"""The page checker: axe, a keyboard walk and a watch on the console, for any address (bin/a11y)."""
