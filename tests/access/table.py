"""Who may open which page. One line a page; what the pages themselves say is held against it.

`Page(opens, own, foreign, hidden)`: the roles that may open it; how to make the keys of an object that they may
see; the same in the other organisation; and one in their own that must look unknown to them all the same. Beside
them stand the kinds of data that the page shows, by visibility.py.
"""

from __future__ import annotations

from stegvis.areas.privacy.rules.sharing import RECIPIENTS
from stegvis.kernel.roles import Role
from tests.access.keys import (
    ADVISER,
    AT_A_DESK,
    COMPLAINED_TO,
    DECIDING,
    EMPLOYED,
    EVERYBODY,
    LEADING,
    PARTICIPANT,
    Page,
    complaint,
    draft,
    grant_of,
    group_talk,
    introducing,
    look_at,
    noted_grant_of,
    offering,
    outing_of,
    participant_here,
    participant_there,
    place_of,
    question_about,
    round_with,
    session_of,
    slug_here,
    slug_of_draft_here,
    slug_of_draft_there,
    slug_there,
    somebody_along,
    talk_here,
    talk_there,
    without_login,
    working_group,
)
from tests.access.tasks import TASKS
from tests.access.visibility import Kind
from tests.factories.admission import participant_of

PAGES: dict[str, Page] = {
    # Public: nobody is asked who they are
    "faces:front": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "faces:contact": Page(EVERYBODY, shows={Kind.STAFF}),
    "faces:leave_about": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "directory:offerings": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "directory:offering": Page(
        EVERYBODY, slug_here, slug_of_draft_there, slug_of_draft_here, shows={Kind.PUBLIC}
    ),
    "directory:card": Page(
        EVERYBODY, slug_here, slug_of_draft_there, slug_of_draft_here, shows={Kind.PUBLIC}
    ),
    "directory:about_houses": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "directory:about": Page(EVERYBODY, lambda world: {"slug": world.here.slug}, None, shows={Kind.PUBLIC}),
    "health": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "ui:gallery": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "demo:people": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "demo:become": Page(EVERYBODY, lambda world: {"key": "kari"}, reads=False, shows={Kind.PUBLIC}),
    # The doors
    "people:sign_in": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "people:second_step": Page(EVERYBODY, shows={Kind.LOGIN}),
    "people:set_up_second_step": Page(EVERYBODY, shows={Kind.LOGIN}),
    "people:recovery_codes": Page(EVERYBODY, shows={Kind.LOGIN}),
    "people:sign_out": Page(EVERYBODY, reads=False, shows={Kind.PUBLIC}),
    "people:leave": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "people:come_back": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "people:seats": Page(EVERYBODY, shows={Kind.LOGIN}),
    "people:choose": Page(
        EVERYBODY, lambda world: {"link": "used-or-never-made"}, status=404, shows={Kind.LOGIN}
    ),
    # The participant's own
    "admission:join": Page(
        frozenset({Role.VISITOR, Role.PARTICIPANT}),
        slug_here,
        slug_of_draft_there,
        slug_of_draft_here,
        shows={Kind.PUBLIC},
        parts={Kind.WORDS: PARTICIPANT},
    ),
    "faces:me": Page(PARTICIPANT, shows={Kind.REGISTERED, Kind.WORDS, Kind.PLACE, Kind.OUTCOME}),
    "people:my_code": Page(PARTICIPANT, shows={Kind.LOGIN}),
    "privacy:mine": Page(PARTICIPANT, shows={Kind.LOOKS, Kind.COPY}),
    "privacy:my_grounds": Page(PARTICIPANT, shows={Kind.PUBLIC}),
    "privacy:looks": Page(PARTICIPANT, shows={Kind.LOOKS, Kind.QUESTIONS}),
    "privacy:look": Page(
        PARTICIPANT,
        look_at("ingrid", "kari"),
        look_at("inger", "stranger"),
        look_at("ingrid", "eva"),
        shows={Kind.LOOKS, Kind.QUESTIONS},
    ),
    "privacy:doors": Page(PARTICIPANT, shows={Kind.LOOKS, Kind.STAFF}),
    "privacy:sharing": Page(PARTICIPANT, shows={Kind.GRANTS}),
    "privacy:share": Page(PARTICIPANT, shows={Kind.STAFF}),
    "privacy:my_grant": Page(
        PARTICIPANT, grant_of("kari"), grant_of("stranger"), grant_of("eva"), shows={Kind.GRANTS}
    ),
    "privacy:copy": Page(PARTICIPANT, shows={Kind.COPY}),
    "privacy:copy_read": Page(PARTICIPANT, shows={Kind.COPY}),
    "privacy:copy_file": Page(PARTICIPANT, shows={Kind.COPY}),
    "privacy:leave_us": Page(PARTICIPANT, shows={Kind.LEAVING, Kind.COPY}),
    "privacy:left": Page(EVERYBODY, shows={Kind.PUBLIC}),
    "messages:mine": Page(PARTICIPANT, shows={Kind.LETTERS, Kind.REACH}),
    "messages:my_complaints": Page(PARTICIPANT, shows={Kind.COMPLAINT, Kind.STAFF}),
    "messages:how_to_complain": Page(
        EVERYBODY, lambda world: {"slug": world.here.slug}, None, shows={Kind.STAFF}
    ),
    "messages:complaints": Page(COMPLAINED_TO, shows={Kind.STAFF, Kind.COMPLAINT}),
    "messages:complaint": Page(
        COMPLAINED_TO, complaint("here"), complaint("there"), status=404, shows={Kind.COMPLAINT}
    ),  # opens to the one seat it was sent to: see test_complaints
    "messages:name_reader": Page(frozenset({Role.MANAGER}), shows={Kind.STAFF}),
    "messages:my_reach": Page(PARTICIPANT, shows={Kind.REACH}),
    "admission:my_talk": Page(PARTICIPANT, shows={Kind.WORDS, Kind.OUTCOME}),
    "admission:introductions": Page(
        PARTICIPANT, slug_here, slug_there, slug_of_draft_here, shows={Kind.WORDS}
    ),
    "groups:choose": Page(PARTICIPANT, slug_here, slug_there, slug_of_draft_here, shows={Kind.PLACE}),
    "groups:my_place": Page(
        PARTICIPANT,
        place_of("ingrid", "kari"),
        place_of("inger", "stranger"),
        place_of("ingrid", "eva"),
        shows={Kind.PLACE},
    ),
    "groups:this_time": Page(
        PARTICIPANT,
        session_of("ingrid", "kari"),
        session_of("inger", "stranger"),
        session_of("ingrid", "eva"),
        shows={Kind.PLACE, Kind.ATTENDANCE, Kind.WORDS},
    ),
    "agreements:mine": Page(
        PARTICIPANT,
        round_with("ingrid", "kari"),
        round_with("inger", "stranger"),
        round_with("ingrid", "eva"),
        shows={Kind.PLACE, Kind.GREETING},
    ),
    "outings:mine": Page(
        PARTICIPANT,
        outing_of("ingrid", "kari"),
        outing_of("inger", "stranger"),
        outing_of("ingrid", "eva"),
        shows={Kind.PLACE, Kind.CAPACITY},
    ),
    **TASKS,
    "participation:mine": Page(PARTICIPANT, shows={Kind.WORKING_GROUP}),
    "participation:my_group": Page(
        PARTICIPANT,
        working_group("ingrid", "kari"),
        working_group("inger", "stranger"),
        working_group("ingrid", "eva"),
        shows={Kind.WORKING_GROUP},
    ),
    "remarks:wall": Page(EVERYBODY, lambda world: {"slug": world.slug_with_guideline}, shows={Kind.PUBLIC}),
    "participation:note": Page(
        PARTICIPANT, working_group("ingrid"), working_group("inger"), shows={Kind.WORKING_GROUP}
    ),
    "participation:willing": Page(
        PARTICIPANT,
        session_of("ingrid", "kari"),
        session_of("inger", "stranger"),
        session_of("ingrid", "eva"),
        reads=False,
        shows={Kind.PLACE},
    ),
    "participation:reading": Page(PARTICIPANT, shows={Kind.WORKING_GROUP}),
    "participation:to_read": Page(
        PARTICIPANT, draft("ingrid", "kari"), draft("inger", "stranger"), shows={Kind.WORKING_GROUP}
    ),
    # The desk
    "agreements:base_rules": Page(frozenset({Role.ADVISER, Role.MANAGER}), shows={Kind.HOUSE}),
    "agreements:agreement": Page(
        EMPLOYED, group_talk("ingrid"), group_talk("inger"), shows={Kind.HOUSE, Kind.COUNTS}
    ),
    "agreements:poster": Page(EMPLOYED, group_talk("ingrid"), group_talk("inger"), shows={Kind.HOUSE}),
    "agreements:talk": Page(EMPLOYED, group_talk("ingrid"), group_talk("inger"), shows={Kind.HOUSE}),
    "agreements:part": Page(
        EMPLOYED, group_talk("ingrid", part="talk"), group_talk("inger", part="talk"), shows={Kind.HOUSE}
    ),
    "outings:outing": Page(
        EMPLOYED,
        outing_of("ingrid"),
        outing_of("inger"),
        session_of("ingrid"),
        shows={Kind.HOUSE, Kind.STAFF},
    ),
    "outings:plan": Page(EMPLOYED, outing_of("ingrid"), outing_of("inger"), shows={Kind.HOUSE, Kind.STAFF}),
    "outings:sheet": Page(
        EMPLOYED,
        outing_of("ingrid"),
        outing_of("inger"),
        session_of("ingrid"),
        shows={Kind.HOUSE, Kind.STAFF},
    ),
    "outings:needs": Page(
        ADVISER,
        outing_of("ingrid", "kari"),
        outing_of("inger", "stranger"),
        session_of("ingrid"),
        shows={Kind.REGISTERED, Kind.CAPACITY},
    ),
    "outings:needs_of": Page(
        ADVISER,
        somebody_along("ingrid", "kari"),
        somebody_along("inger", "stranger"),
        shows={Kind.REGISTERED, Kind.CAPACITY},
    ),
    "counting:contacts": Page(EMPLOYED, shows={Kind.HOUSE, Kind.COUNTS}),
    "counting:day": Page(EMPLOYED, shows={Kind.HOUSE, Kind.COUNTS}),
    "counting:month": Page(EMPLOYED, shows={Kind.HOUSE, Kind.COUNTS}),
    "participation:overview": Page(EMPLOYED, shows={Kind.HOUSE}),
    "participation:drafts": Page(EMPLOYED, shows={Kind.HOUSE}),
    "participation:draft": Page(
        EMPLOYED, draft("ingrid"), draft("inger"), shows={Kind.HOUSE, Kind.WORKING_GROUP}
    ),
    "participation:paper": Page(EMPLOYED, draft("ingrid"), draft("inger"), shows={Kind.HOUSE}),
    "remarks:guideline": Page(EMPLOYED, shows={Kind.HOUSE}),
    "remarks:change": Page(frozenset({Role.MANAGER}), shows={Kind.HOUSE}),
    "remarks:poster": Page(EMPLOYED, shows={Kind.PUBLIC}),
    "remarks:steps": Page(EMPLOYED, shows={Kind.HOUSE}),
    "remarks:round": Page(
        EMPLOYED,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        shows={Kind.HOUSE},
    ),
    "remarks:remark": Page(EMPLOYED, session_of("ingrid"), session_of("inger"), shows={Kind.HOUSE}),
    "remarks:follow_up": Page(
        EMPLOYED,
        lambda world: {"remark_id": world.remark(world.ingrid)},
        lambda world: {"remark_id": world.remark(world.inger)},
        shows={Kind.HOUSE},
    ),  # opens to the seat that follows up, and a manager: see tests/areas/remarks
    "participation:groups": Page(EMPLOYED, shows={Kind.HOUSE}),
    "participation:group": Page(
        EMPLOYED,
        working_group("ingrid"),
        working_group("inger"),
        shows={Kind.HOUSE, Kind.WORKING_GROUP},
    ),
    "participation:for_person": Page(
        ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.WORKING_GROUP}
    ),
    "faces:desk": Page(
        AT_A_DESK,
        shows={Kind.HOUSE},
        parts={Kind.REGISTERED: ADVISER, Kind.COMPLAINT: COMPLAINED_TO - ADVISER},
    ),
    "faces:duty": Page(AT_A_DESK, shows={Kind.PUBLIC}),
    "people:my_login": Page(AT_A_DESK, shows={Kind.LOGIN}),
    "privacy:questions": Page(ADVISER, shows={Kind.REGISTERED, Kind.QUESTIONS}),
    "privacy:question": Page(
        ADVISER,
        question_about("ingrid", "kari"),
        question_about("inger", "stranger"),
        shows={Kind.REGISTERED, Kind.QUESTIONS},
    ),
    "privacy:note_doors": Page(
        ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.STAFF}
    ),
    "privacy:grounds": Page(frozenset({Role.MANAGER}), shows={Kind.HOUSE}),
    "people:my_seat": Page(AT_A_DESK, shows={Kind.SEATS, Kind.RECORD_CHECK}),
    "people:staff": Page(LEADING, shows={Kind.SEATS}),
    "people:invite": Page(frozenset({Role.MANAGER}), shows={Kind.SEATS}),
    "people:checks": Page(LEADING, shows={Kind.HOUSE}),
    "people:seat": Page(
        LEADING,
        lambda world: {"seat_id": world.ingrid.seat_id},
        lambda world: {"seat_id": world.inger.seat_id},
        lambda world: {"seat_id": world.kari.seat_id},
        shows={Kind.SEATS, Kind.RECORD_CHECK},
    ),
    "people:let_in": Page(ADVISER, shows={Kind.REGISTERED}),
    "messages:written": Page(ADVISER, shows={Kind.REGISTERED, Kind.LETTERS}),
    "privacy:shared": Page(RECIPIENTS, shows={Kind.GRANTS, Kind.SHARED}),
    "privacy:shared_one": Page(  # each of these is shared with somebody else
        RECIPIENTS,
        grant_of("kari"),
        grant_of("stranger"),
        status=404,
        shows={Kind.GRANTS, Kind.SHARED},
    ),
    "privacy:note_share": Page(
        ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.GRANTS}
    ),
    "privacy:noted_share": Page(
        ADVISER,
        noted_grant_of("ingrid", "kari"),
        noted_grant_of("inger", "stranger"),
        grant_of("kari"),
        shows={Kind.REGISTERED, Kind.GRANTS},
    ),
    "privacy:copy_for": Page(
        ADVISER,
        without_login(lambda world: world.here),
        without_login(lambda world: world.there),
        participant_here,
        shows={Kind.COPY, Kind.REGISTERED},
    ),
    "privacy:leaving": Page(
        ADVISER, participant_here, participant_there, shows={Kind.LEAVING, Kind.REGISTERED}
    ),
    "messages:thread": Page(
        ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.LETTERS}
    ),
    "messages:reach": Page(ADVISER, participant_here, participant_there, shows={Kind.REGISTERED, Kind.REACH}),
    "messages:calls": Page(ADVISER, shows={Kind.REGISTERED, Kind.REACH}),
    "admission:waiting": Page(ADVISER, shows={Kind.REGISTERED, Kind.WORDS}),
    "admission:talk_form": Page(ADVISER, shows={Kind.HOUSE}),
    "admission:times": Page(ADVISER, shows={Kind.HOUSE, Kind.REGISTERED}),
    "admission:talk": Page(ADVISER, talk_here, talk_there, shows={Kind.REGISTERED, Kind.WORDS, Kind.OUTCOME}),
    "admission:introduce": Page(
        ADVISER,
        introducing("ingrid", "kari"),
        introducing("inger", "stranger"),
        introducing("ingrid", "stranger"),
        shows={Kind.REGISTERED, Kind.WORDS},
    ),
    "groups:rounds": Page(EMPLOYED, shows={Kind.HOUSE, Kind.COUNTS}),
    "groups:round": Page(
        EMPLOYED,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        shows={Kind.HOUSE, Kind.COUNTS},
        parts={Kind.REGISTERED: ADVISER, Kind.PLACE: ADVISER},
    ),
    "groups:change_round": Page(
        EMPLOYED,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        shows={Kind.HOUSE},
    ),
    "groups:wall": Page(EMPLOYED, shows={Kind.HOUSE, Kind.COUNTS}),
    "staffing:sign": Page(EVERYBODY, lambda world: {"slug": world.here.slug}, None, shows={Kind.STAFF}),
    "staffing:roster": Page(EMPLOYED, shows={Kind.HOUSE, Kind.STAFF}),
    "staffing:colleague": Page(EMPLOYED, shows={Kind.HOUSE, Kind.STAFF}),
    "staffing:duties": Page(EMPLOYED, shows={Kind.HOUSE, Kind.STAFF}),
    "staffing:meeting": Page(
        EMPLOYED,
        session_of("ingrid"),
        session_of("inger"),
        shows={Kind.HOUSE, Kind.STAFF},
    ),
    "staffing:needs": Page(
        DECIDING,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        shows={Kind.HOUSE, Kind.STAFF},
    ),
    "groups:counts": Page(EMPLOYED, shows={Kind.COUNTS}),
    "groups:session": Page(
        EMPLOYED,
        session_of("ingrid"),
        session_of("inger"),
        shows={Kind.HOUSE, Kind.COUNTS},
        parts={Kind.REGISTERED: ADVISER, Kind.ATTENDANCE: ADVISER},
    ),
    "groups:session_list": Page(
        ADVISER, session_of("ingrid"), session_of("inger"), shows={Kind.REGISTERED, Kind.ATTENDANCE}
    ),
    "groups:line": Page(
        ADVISER,
        lambda world: {"round_id": world.round(world.ingrid)},
        lambda world: {"round_id": world.round(world.inger)},
        reads=False,
        shows={Kind.REGISTERED, Kind.PLACE},
    ),
    "groups:places_for": Page(
        ADVISER,
        lambda world: {"participant_id": participant_of(world.kari).pk},
        lambda world: {"participant_id": participant_of(world.stranger).pk},
        shows={Kind.REGISTERED, Kind.PLACE},
    ),
    "directory:desk_offerings": Page(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_services": Page(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_new": Page(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_offering": offering(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_copy": offering(EMPLOYED, shows={Kind.HOUSE}),
    "directory:desk_new_service": Page(DECIDING, shows={Kind.HOUSE}),
    "directory:desk_publish": offering(DECIDING, reads=False, shows={Kind.HOUSE}),
    "directory:house": Page(EMPLOYED, shows={Kind.HOUSE, Kind.STAFF}),
    "directory:desk_about": Page(LEADING, shows={Kind.HOUSE}),
    "directory:add_guide": Page(LEADING, reads=False, shows={Kind.HOUSE}),
    "directory:remove_guide": Page(LEADING, reads=False, shows={Kind.HOUSE}),
    "insight:portfolio": Page(EMPLOYED, shows={Kind.HOUSE, Kind.COUNTS}),
    "insight:review": offering(DECIDING, shows={Kind.HOUSE}),
    "insight:on_paper": offering(EMPLOYED, shows={Kind.HOUSE, Kind.STAFF}),
}
