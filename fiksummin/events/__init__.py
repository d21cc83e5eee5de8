"""Events: registration, queues, and what was taken away from them."""
