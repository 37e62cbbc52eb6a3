"""Passkeys: what the browser is asked, and whether what it signed is right (WebAuthn)."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

LONGEST_ANSWER = 20_000
"""Characters. A browser's answer is about a thousand."""

State = dict[str, Any]


class DoesNotFit(Exception):
    """What arrived is no answer to what was asked, from this house, by this key."""


@dataclass(frozen=True, slots=True)
class House:
    """Where the browser stands: `host` without a port, `origin` as browsers write it: `https://stegvis.example.org`."""

    host: str
    origin: str


@dataclass(frozen=True, slots=True)
class Key:
    """`credential` is the id, key and maker's number that we keep, in base 64; `uses` counts, where the key counts."""

    credential: str
    uses: int


def ask_to_add(house: House, *, user_id: UUID, name: str, known: Sequence[str]) -> tuple[State, State]:
    """What the browser is given, and what is kept until it answers. `known`: credentials the person has already."""
    user = PublicKeyCredentialUserEntity(name=name, id=user_id.bytes, display_name=name)
    options, state = _server(house).register_begin(
        user,
        [_credential(one) for one in known],
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return dict(options)["publicKey"], state


def added(house: House, state: State, answer: str) -> Key:
    """The new key. Raises DoesNotFit."""
    try:
        data = _server(house).register_complete(state, _read(answer))
        credential = bytes(data.credential_data or b"")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DoesNotFit from error
    if not credential:
        raise DoesNotFit
    return Key(b64encode(credential).decode(), data.counter)


def ask_to_use(house: House, known: Sequence[str]) -> tuple[State, State]:
    """What the browser is given, and what is kept until it answers."""
    options, state = _server(house).authenticate_begin(
        [_credential(one) for one in known], user_verification=UserVerificationRequirement.PREFERRED
    )
    return dict(options)["publicKey"], state


def used(house: House, state: State, known: Sequence[str], answer: str) -> Key:
    """Which of the known keys has signed. Raises DoesNotFit."""
    try:
        read = _read(answer)
        credential = _server(house).authenticate_complete(state, [_credential(one) for one in known], read)
        counter = AuthenticationResponse.from_dict(read).response.authenticator_data.counter
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DoesNotFit from error
    return Key(b64encode(bytes(credential)).decode(), counter)


def is_a_copy(*, uses: int, uses_before: int) -> bool:
    """Whether a key that counts has not counted on: then somebody has a copy of it. Many keys never count."""
    return bool(uses or uses_before) and uses <= uses_before


def _server(house: House) -> Fido2Server:
    entity = PublicKeyCredentialRpEntity(name="Stegvis", id=house.host)
    return Fido2Server(entity, verify_origin=partial(_is_here, house.origin))


def _is_here(origin: str, asked: str) -> bool:
    return origin == asked


def _credential(kept: str) -> AttestedCredentialData:
    return AttestedCredentialData(b64decode(kept))


def _read(answer: str) -> State:
    read = json.loads(answer[:LONGEST_ANSWER])
    if not isinstance(read, dict):
        raise DoesNotFit
    return read
