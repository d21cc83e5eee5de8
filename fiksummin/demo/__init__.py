"""Stories for development and demos; never in production."""
