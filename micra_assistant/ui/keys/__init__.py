"""What the three keys do where a job is worked on: in a step, and from one place of the route to the next."""
