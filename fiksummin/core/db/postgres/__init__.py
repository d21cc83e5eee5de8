"""PostgreSQL as Django speaks with it, with rivals who go on while what was committed goes to the disk."""
