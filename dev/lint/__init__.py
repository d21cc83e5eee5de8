"""Own lint rules. Each message is the lesson: what to do instead, and why."""
