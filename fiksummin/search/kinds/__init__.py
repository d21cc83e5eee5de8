"""What of the rooms below can be found. A room above (the site) offers its own by ``search.things``."""
