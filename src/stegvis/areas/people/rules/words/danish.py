"""Everyday words in Danish."""

WORDS = """
kopp sti regn fjord bok stol lampe gris hest katt bord sokk
"""
