"""Finding a step, an item, a part or a question in all guides by what a person types."""
