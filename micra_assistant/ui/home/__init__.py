"""Home: what is wrong with the car, and the jobs that are open."""
