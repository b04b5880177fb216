"""What was done, what is to be put back, where the work was left."""
