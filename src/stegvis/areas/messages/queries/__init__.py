"""Reads of messages."""

from .calls import Call as Call
from .calls import calls_waiting as calls_waiting
from .channels import ReachOf as ReachOf
from .channels import ReachShown as ReachShown
from .channels import house_hours as house_hours
from .channels import my_reach as my_reach
from .channels import reach_of as reach_of
from .complaints import ComplaintLine as ComplaintLine
from .complaints import ComplaintShown as ComplaintShown
from .complaints import Reader as Reader
from .complaints import a_complaint_waits as a_complaint_waits
from .complaints import complaint as complaint
from .complaints import complaints_to_me as complaints_to_me
from .complaints import my_complaints as my_complaints
from .complaints import reader as reader
from .complaints import readers_to_choose as readers_to_choose
from .entries import Entry as Entry
from .entries import From as From
from .entries import Thread as Thread
from .entries import my_thread as my_thread
from .entries import thread as thread
from .sharing import reach_shared as reach_shared
from .threads import WrittenToUs as WrittenToUs
from .threads import answered_lately as answered_lately
from .threads import has_news as has_news
from .threads import written_to_us as written_to_us
