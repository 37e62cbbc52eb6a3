"""Everyday words in English."""

WORDS = """
kopp sti regn fjord bok stol lampe gris hest katt bord sokk
"""
