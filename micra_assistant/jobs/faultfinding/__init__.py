"""Finding a fault within a job: what is asked next, and what the job keeps of it."""
