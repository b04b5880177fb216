"""The route of a job: what is still to be done on this car, in order, worked out anew after each act."""
