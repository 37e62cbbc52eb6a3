"""What people fill in: filters on the public pages, steps on the desk."""
