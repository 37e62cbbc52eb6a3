"""What other areas, the faces and the house may use."""

from .actions import NewcomerShown as NewcomerShown
from .actions import add_department as add_department
from .actions import add_organisation as add_organisation
from .actions import add_seat as add_seat
from .actions import end_seat as end_seat
from .actions import forget_drafts as forget_drafts
from .actions import forget_ended_checks as forget_ended_checks
from .actions import forget_factors as forget_factors
from .actions import forget_old_drafts as forget_old_drafts
from .actions import invite as invite
from .actions import keep_draft as keep_draft
from .actions import let_manager_answer_for_the_young as let_manager_answer_for_the_young
from .actions import link_for as link_for
from .actions import make_code as make_code
from .actions import record_participant as record_participant
from .actions import set_house as set_house
from .actions import suggest_secret as suggest_secret
from .actions import take_seat as take_seat
from .actions.ended_seats import aged_seats as aged_seats
from .actions.ended_seats import forget_aged_seats as forget_aged_seats
from .actions.ended_seats import kept_while_in_seat as kept_while_in_seat
from .actions.leaving import LOGIN_TABLES as LOGIN_TABLES
from .actions.leaving import forget_login as forget_login
from .actions.sessions import end_all as end_all_sessions
from .actions.sessions import end_idle as end_idle_sessions
from .actions.sessions import end_session as end_session
from .actions.sessions import keep_slip as keep_slip
from .actions.sessions import put_typed_away as put_typed_away
from .actions.sessions import seat_that_was as seat_that_was
from .actions.sessions import sign_in_to as sign_in_to
from .actions.sessions import slip as slip
from .actions.sessions import touch as touch
from .actions.sessions import typed_before as typed_before
from .forms import NewcomerForm as NewcomerForm
from .queries import EmployedSeat as EmployedSeat
from .queries import OrganisationShown as OrganisationShown
from .queries import ParticipantShown as ParticipantShown
from .queries import SeatShown as SeatShown
from .queries import StaffShown as StaffShown
from .queries import actor_in_seat as actor_in_seat
from .queries import actor_in_session as actor_in_session
from .queries import answers_for_the_young_meanwhile as answers_for_the_young_meanwhile
from .queries import called as called
from .queries import employed as employed
from .queries import helper as helper
from .queries import helpers as helpers
from .queries import house as house
from .queries import my_participant as my_participant
from .queries import nicknames as nicknames
from .queries import organisation as organisation
from .queries import organisation_id_of as organisation_id_of
from .queries import organisations as organisations
from .queries import participant_shown as participant_shown
from .queries import seat_names as seat_names
from .queries import seat_shown as seat_shown
from .queries import seats_named as seats_named
from .queries import staff as staff
from .queries import users_in as users_in
from .queries.leaving import unused as unused
from .queries.leaving import user_of as user_of
from .queries.told import who_they_are as who_they_are
from .rules import Country as Country
from .rules import Language as Language
from .rules import OrganisationKind as OrganisationKind
from .rules import Reason as Reason
from .rules.handing import Charge as Charge
from .rules.handing import declare_charge as declare_charge
from .rules.house import House as House
from .rules.house import mark_of as mark_of
from .texts import REASONS as REASONS
from .texts import ROLES as ROLES

__all__ = [
    "LOGIN_TABLES",
    "REASONS",
    "ROLES",
    "Charge",
    "Country",
    "EmployedSeat",
    "House",
    "Language",
    "NewcomerForm",
    "NewcomerShown",
    "OrganisationKind",
    "OrganisationShown",
    "ParticipantShown",
    "Reason",
    "SeatShown",
    "StaffShown",
    "actor_in_seat",
    "actor_in_session",
    "add_department",
    "add_organisation",
    "add_seat",
    "aged_seats",
    "answers_for_the_young_meanwhile",
    "called",
    "declare_charge",
    "employed",
    "end_all_sessions",
    "end_idle_sessions",
    "end_seat",
    "end_session",
    "forget_aged_seats",
    "forget_drafts",
    "forget_ended_checks",
    "forget_factors",
    "forget_login",
    "forget_old_drafts",
    "helper",
    "helpers",
    "house",
    "invite",
    "keep_draft",
    "keep_slip",
    "kept_while_in_seat",
    "let_manager_answer_for_the_young",
    "link_for",
    "make_code",
    "mark_of",
    "my_participant",
    "nicknames",
    "organisation",
    "organisation_id_of",
    "organisations",
    "participant_shown",
    "put_typed_away",
    "record_participant",
    "seat_names",
    "seat_shown",
    "seat_that_was",
    "seats_named",
    "set_house",
    "sign_in_to",
    "slip",
    "staff",
    "suggest_secret",
    "take_seat",
    "touch",
    "typed_before",
    "unused",
    "user_of",
    "users_in",
    "who_they_are",
]
