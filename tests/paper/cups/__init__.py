"""What CUPS is asked, and what it says."""
