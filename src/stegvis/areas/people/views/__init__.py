"""The pages of this area."""

from .choosing import choose as choose
from .codes import let_in as let_in
from .codes import my_code as my_code
from .leaving import come_back as come_back
from .leaving import leave as leave
from .my_login import my_login as my_login
from .record_checks import checks as checks
from .seats import seats as seats
from .second_step import second_step as second_step
from .setting_up import recovery_codes as recovery_codes
from .setting_up import set_up as set_up
from .signing import sign_in as sign_in
from .signing import sign_out as sign_out
from .staff import invite as invite
from .staff import my_seat as my_seat
from .staff import seat as seat
from .staff import staff as staff
