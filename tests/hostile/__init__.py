"""Many rivals who keep to no order: over HTTP, beside it, twice at once, while processes are killed."""
