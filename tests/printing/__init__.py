"""A private CUPS with a printer of its own: what arrives there."""
