"""What the invented places offer, as data. The texts are invented; places and people do not exist."""
