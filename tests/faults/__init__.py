"""Faults that are really provoked: locks, outages, full disks, killed processes, lost sessions, hostile input."""
