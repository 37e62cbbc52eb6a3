"""Every read of outings. Other rooms import them from here."""

from .needs import NeedsTold as NeedsTold
from .needs import PersonAlong as PersonAlong
from .needs import needs_told as needs_told
from .own import FrameShown as FrameShown
from .own import MyOuting as MyOuting
from .own import my_frame as my_frame
from .own import my_next_frame as my_next_frame
from .own import my_outing as my_outing
from .staff import EarlierPlan as EarlierPlan
from .staff import OutingBrief as OutingBrief
from .staff import OutingPage as OutingPage
from .staff import brief as brief
from .staff import briefs_to_come as briefs_to_come
from .staff import earlier_plans as earlier_plans
from .staff import outing_page as outing_page
from .told import outings_told as outings_told
from .told import plans_outings as plans_outings
