"""What the scripts beside are made of."""
