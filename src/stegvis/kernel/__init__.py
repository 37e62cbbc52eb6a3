"""The ground floor: knows no area, small, slow to change."""
