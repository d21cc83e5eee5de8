"""Pages and frames put together from several rooms."""
