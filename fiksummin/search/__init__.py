"""Finding things by words in three languages, and "Has this been tried?"."""
