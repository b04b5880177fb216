"""The checklist beside the step."""
