"""The fault finder as a conversation: one question at a time, and what the answers come to."""
