"""Lists that are worse than those which offices have handed in: each taken whole, again, and corrected."""
