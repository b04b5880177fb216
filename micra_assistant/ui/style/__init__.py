"""How everything looks: colours, sizes and signs."""
