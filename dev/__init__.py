"""The workshop: what guards the code while it is made. Never shipped, never imported by the product."""
