"""Small widgets that know no other part of the window."""
