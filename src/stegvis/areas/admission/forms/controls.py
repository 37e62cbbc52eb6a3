"""Length and manner of what people write here."""

LONGEST_ANSWER = 2000
LONGEST_NICKNAME = 40
A_FEW_LINES = {"rows": 3, "autocomplete": "off"}
NOT_KEPT = {"autocomplete": "off"}
