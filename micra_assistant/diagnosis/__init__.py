"""What to test next: the model of a complaint, what is believed, the planner, and why."""
