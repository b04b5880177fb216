"""What a barcode scanner types."""
