"""What people give to the room of events."""
