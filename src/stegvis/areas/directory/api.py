"""What other areas and the faces may use."""

from .actions import add_guide as add_guide
from .actions import add_service as add_service
from .actions import close as close
from .actions import copy as copy
from .actions import describe as describe
from .actions import let_manager_answer as let_manager_answer
from .actions import pause as pause
from .actions import publish as publish
from .actions import save_step as save_step
from .actions import set_alternatives as set_alternatives
from .actions import set_review as set_review
from .actions import set_times as set_times
from .actions import tell as tell
from .actions import translate as translate
from .actions import when_state_changes as when_state_changes
from .actions import write_about as write_about
from .queries.about import guides as guides
from .queries.briefs import ListingBrief as ListingBrief
from .queries.briefs import joinable as joinable
from .queries.briefs import listing_briefs as listing_briefs
from .queries.briefs import published_here as published_here
from .queries.desk import DeskOffering as DeskOffering
from .queries.desk import DeskService as DeskService
from .queries.desk import OfferingLine as OfferingLine
from .queries.desk import desk_offering as desk_offering
from .queries.desk import desk_offerings as desk_offerings
from .queries.desk import desk_services as desk_services
from .queries.documentation import strictest_documentation as strictest_documentation
from .queries.guidelines import Expected as Expected
from .queries.guidelines import Guidelines as Guidelines
from .queries.guidelines import expected as expected
from .queries.guidelines import guidelines_of as guidelines_of
from .queries.kinds import OfferingKinds as OfferingKinds
from .queries.kinds import offering_kinds as offering_kinds
from .queries.kinds import participation_kinds as participation_kinds
from .queries.kinds import service_kinds as service_kinds
from .queries.portfolio import PortfolioLine as PortfolioLine
from .queries.portfolio import portfolio as portfolio
from .queries.public import JoiningFacts as JoiningFacts
from .queries.public import ListingShown as ListingShown
from .queries.public import Said as Said
from .queries.public import joining_facts as joining_facts
from .queries.public import public_listing as public_listing
from .queries.search import Choices as Choices
from .queries.search import Found as Found
from .queries.search import choices as choices
from .queries.search import search as search
from .queries.staffing import employees_needed as employees_needed
from .queries.titles import Title as Title
from .queries.titles import titled as titled
from .queries.titles import titles as titles
from .rules import AboutPart as AboutPart
from .rules import Aim as Aim
from .rules import Category as Category
from .rules import DocumentationMode as DocumentationMode
from .rules import JoiningRule as JoiningRule
from .rules import Missing as Missing
from .rules import Part as Part
from .rules import ParticipationKind as ParticipationKind
from .rules import Refusal as Refusal
from .rules import ServiceKind as ServiceKind
from .rules import State as State
from .rules import Step as Step
from .rules import Time as Time
from .rules.filters import Filters as Filters
from .rules.filters import TimeOfDay as TimeOfDay
from .texts import AIMS as AIMS
from .texts import CATEGORIES as CATEGORIES
from .texts import PARTICIPATION_KINDS as PARTICIPATION_KINDS
from .texts import REFUSALS as REFUSALS
from .texts import SERVICE_KINDS as SERVICE_KINDS
from .texts import STATES as STATES

__all__ = [
    "AIMS",
    "CATEGORIES",
    "PARTICIPATION_KINDS",
    "REFUSALS",
    "SERVICE_KINDS",
    "STATES",
    "AboutPart",
    "Aim",
    "Category",
    "Choices",
    "DeskOffering",
    "DeskService",
    "DocumentationMode",
    "Expected",
    "Filters",
    "Found",
    "Guidelines",
    "JoiningFacts",
    "JoiningRule",
    "ListingBrief",
    "ListingShown",
    "Missing",
    "OfferingKinds",
    "OfferingLine",
    "Part",
    "ParticipationKind",
    "PortfolioLine",
    "Refusal",
    "Said",
    "ServiceKind",
    "State",
    "Step",
    "Time",
    "TimeOfDay",
    "Title",
    "add_guide",
    "add_service",
    "choices",
    "close",
    "copy",
    "describe",
    "desk_offering",
    "desk_offerings",
    "desk_services",
    "employees_needed",
    "expected",
    "guidelines_of",
    "guides",
    "joinable",
    "joining_facts",
    "let_manager_answer",
    "listing_briefs",
    "offering_kinds",
    "participation_kinds",
    "pause",
    "portfolio",
    "public_listing",
    "publish",
    "published_here",
    "save_step",
    "search",
    "service_kinds",
    "set_alternatives",
    "set_review",
    "set_times",
    "strictest_documentation",
    "tell",
    "titled",
    "titles",
    "translate",
    "when_state_changes",
    "write_about",
]
