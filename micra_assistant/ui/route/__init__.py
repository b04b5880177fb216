"""The checklist panel: the route of the job, now, next and then, and all lines of the guide."""
