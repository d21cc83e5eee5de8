"""Sites, cells and claims, visits."""
