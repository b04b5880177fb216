"""Speed and memory against the budgets of the design; ``make bench`` runs them. Nothing here is a test."""
