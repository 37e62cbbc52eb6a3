"""Passkeys as rules, with a key made here: what it signed must be for us, for what was asked, and by the right key."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from stegvis.areas.people.rules import passkeys
from stegvis.areas.people.rules.passkeys import DoesNotFit, House

OURS, ELSEWHERE = (
    House("stegvis.example", "https://stegvis.example"),
    House("evil.example", "https://evil.example"),
)
INGRID = UUID(int=5)
PRESENT = AuthenticatorData.FLAG.UP


@dataclass
class Device:
    """One key, and what a browser with it answers. It stands at `house`, whatever it is asked."""

    house: House = OURS
    secret: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    uses: int = 0
    flags: AuthenticatorData.FLAG = PRESENT

    @property
    def credential(self) -> AttestedCredentialData:
        public = ES256.from_cryptography_key(self.secret.public_key())
        return AttestedCredentialData.create(Aaguid.NONE, b"the key's number", public)

    def makes(self, asked: dict) -> str:
        data = AuthenticatorData.create(
            sha256(self.house.host.encode()),
            self.flags | AuthenticatorData.FLAG.AT,
            self.uses,
            self.credential,
        )
        said = self._said(CollectedClientData.TYPE.CREATE, asked)
        made = AttestationObject.create("none", data, {})
        return self._answer(clientDataJSON=said, attestationObject=made)

    def signs(self, asked: dict) -> str:
        self.uses += 1
        data = AuthenticatorData.create(sha256(self.house.host.encode()), self.flags, self.uses)
        said = self._said(CollectedClientData.TYPE.GET, asked)
        signature = self.secret.sign(bytes(data) + sha256(bytes(said)), ec.ECDSA(hashes.SHA256()))
        return self._answer(clientDataJSON=said, authenticatorData=data, signature=signature)

    def _said(self, kind: str, asked: dict) -> CollectedClientData:
        return CollectedClientData.create(type=kind, challenge=asked["challenge"], origin=self.house.origin)

    def _answer(self, **parts: bytes) -> str:
        number = websafe_encode(self.credential.credential_id)
        response = {name: websafe_encode(bytes(part)) for name, part in parts.items()}
        return json.dumps({"id": number, "rawId": number, "type": "public-key", "response": response})


def add(device: Device, house: House = OURS) -> passkeys.Key:
    asked, state = passkeys.ask_to_add(house, user_id=INGRID, name="ingrid@korsby.no", known=[])
    return passkeys.added(house, json.loads(json.dumps(state)), device.makes(json.loads(json.dumps(asked))))


def use(device: Device, known: list[str], house: House = OURS) -> passkeys.Key:
    asked, state = passkeys.ask_to_use(house, known)
    return passkeys.used(
        house, json.loads(json.dumps(state)), known, device.signs(json.loads(json.dumps(asked)))
    )


def test_a_key_that_was_added_lets_in_and_counts():
    device = Device()
    key = add(device)
    assert b64decode(key.credential) == bytes(device.credential)
    assert [use(device, [key.credential]).uses for _ in range(3)] == [1, 2, 3]


def test_what_is_asked_names_our_house_and_the_keys_that_fit_and_never_asks_who_made_the_key():
    key = add(Device())
    asked, _ = passkeys.ask_to_add(OURS, user_id=INGRID, name="ingrid@korsby.no", known=[key.credential])
    assert asked["rp"]["id"] == OURS.host
    assert len(asked["excludeCredentials"]) == 1
    assert asked.get("attestation", "none") == "none"
    asked, _ = passkeys.ask_to_use(OURS, [key.credential])
    assert len(asked["allowCredentials"]) == 1


def test_a_key_that_another_site_asked_for_does_not_fit():
    """The page of a thief that looks like ours: the browser says where it stands, and signs that."""
    with pytest.raises(DoesNotFit):
        add(Device(house=ELSEWHERE))
    device = Device()
    key = add(device)
    device.house = ELSEWHERE
    with pytest.raises(DoesNotFit):
        use(device, [key.credential])


def test_an_answer_to_another_question_does_not_fit():
    device = Device()
    known = [add(device).credential]
    asked, _ = passkeys.ask_to_use(OURS, known)
    _, later = passkeys.ask_to_use(OURS, known)
    with pytest.raises(DoesNotFit):
        passkeys.used(OURS, later, known, device.signs(json.loads(json.dumps(asked))))


def test_another_key_under_the_same_number_does_not_fit():
    known = [add(Device()).credential]
    with pytest.raises(DoesNotFit):
        use(Device(), known)


def test_a_key_nobody_added_does_not_fit():
    with pytest.raises(DoesNotFit):
        use(Device(), [])


def test_a_key_that_nobody_touched_does_not_fit():
    device = Device()
    known = [add(device).credential]
    device.flags = AuthenticatorData.FLAG(0)
    with pytest.raises(DoesNotFit):
        use(device, known)


NOT_BASE_64 = {"clientDataJSON": "%%%"}
NOTHING_IN_IT = {
    "clientDataJSON": "e30",
    "authenticatorData": "AA",
    "signature": "AA",
    "attestationObject": "AA",
}
NO_ANSWERS = [
    *(
        "",
        "{",
        "[]",
        "null",
        '"words"',
        "{}",
        '{"id": 5}',
        '{"response": []}',
        "[" * 10_000,
        '{"id":"' + "a" * 30_000,
    ),
    *(
        json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": response})
        for response in (NOT_BASE_64, NOTHING_IN_IT)
    ),
]


@pytest.mark.parametrize("answer", NO_ANSWERS, ids=lambda answer: answer[:20])
@pytest.mark.parametrize("kept", [True, False])
def test_whatever_else_arrives_does_not_fit(answer, kept):
    known = [b64encode(bytes(Device().credential)).decode()]
    _, to_add = passkeys.ask_to_add(OURS, user_id=INGRID, name="Ingrid", known=[])
    _, to_use = passkeys.ask_to_use(OURS, known)
    with pytest.raises(DoesNotFit):
        passkeys.added(OURS, to_add if kept else {}, answer)
    with pytest.raises(DoesNotFit):
        passkeys.used(OURS, to_use if kept else {}, known, answer)
