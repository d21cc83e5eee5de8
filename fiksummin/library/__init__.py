"""The library: models, tools, tips and methods, who uses them with what result, and the lab's own way of working."""
