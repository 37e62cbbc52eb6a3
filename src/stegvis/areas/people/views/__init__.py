"""The pages of this area."""

from .choosing import choose as choose
from .codes import let_in as let_in
from .codes import my_code as my_code
from .leaving import come_back as come_back
from .leaving import leave as leave
from .seats import seats as seats
from .signing import sign_in as sign_in
from .signing import sign_out as sign_out
