"""Which kind of speaker an institution or a group is."""

import pytest

from sayso.model import Speaker, SpeakerKind
from sayso.read.speech.institutions import as_party


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("The Houthis", "military", "claimant"),
        ("the rebels' spokesman", "other", "claimant"),
        ("The paramilitary Rapid Support Forces", "military", "claimant"),
        ("the army", "military", "military"),
        ("the Hamas-run health ministry", "other", "other"),
        ("a former rebel officer", "other", "other"),
        ("Taliban government spokesman", "military", "military"),
    ],
)
def test_an_armed_group_is_a_party_and_no_army(name: str, kind: SpeakerKind, told: SpeakerKind) -> None:
    assert as_party(Speaker(name=name, kind=kind)).kind == told
