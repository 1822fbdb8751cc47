"""What agencies send, in ninjs and NewsML-G2, becomes reports; statuses and versions are honoured."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sayso.intake import Notice, Refusal, reports_from
from sayso.model import Report

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
Write = Callable[[str, str | dict[str, Any] | list[Any]], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, held: str | dict[str, Any] | list[Any]) -> str:
        path = tmp_path / name
        path.write_text(held if isinstance(held, str) else json.dumps(held), encoding="utf-8")
        return str(path)

    return write


def outcomes(path: str) -> tuple[list[Report], list[Refusal], list[str]]:
    notices: list[Notice] = []
    came = list(reports_from(path, now=NOW, notice=notices.append))
    return (
        [one for one in came if isinstance(one, Report)],
        [one for one in came if isinstance(one, Refusal)],
        [notice.remark for notice in notices],
    )


HTML = (
    "<html><head><title>Ferry sinks</title></head><body><h1>Ferry sinks</h1>"
    "<p>Twelve people are <b>missing</b>, the coast guard said.</p><p>Two bodies were\n found.</p>"
    "<figure><img src=x><figcaption>The quay.</figcaption></figure></body></html>"
)
TEXT = "Twelve people are missing, the coast guard said.\nTwo bodies were found."

# One item as the three generations of ninjs write it.
NINJS_3 = {
    "uri": "urn:newsml:coastwire.example:20260303:ferry",
    "type": "text",
    "version": "2",
    "versionCreated": "2026-03-03T18:20:00+01:00",
    "pubStatus": "usable",
    "copyrightHolder": "Coast Wire",
    "language": "en",
    "urgency": 3,
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry sinks"}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "Twelve people are missing. Two bodies."},
        {"role": "richtext", "contentType": "text/html", "value": HTML},
    ],
    "associations": [
        {"name": "photo", "uri": "urn:x:y:z", "type": "picture", "bodies": [{"value": "A quay."}]}
    ],
    "standard": {"name": "ninjs", "version": "3.0"},
}
NINJS_2 = {
    "uri": NINJS_3["uri"],
    "type": "text",
    "version": "2",
    "versioncreated": "2026-03-03T18:20:00+01:00",
    "pubstatus": "usable",
    "copyrightholder": "Coast Wire",
    "language": "en",
    "headlines": [{"value": "Ferry sinks"}],
    "bodies": [{"role": "html", "contenttype": "text/html", "charcount": 9, "value": HTML}],
}
NINJS_1 = {
    "uri": NINJS_3["uri"],
    "type": "text",
    "version": "2",
    "versioncreated": "2026-03-03T18:20:00+01:00",
    "copyrightholder": "Coast Wire",
    "language": "en",
    "headline": "Ferry sinks",
    "body_text": "Twelve people are missing. Two bodies.",
    "body_xhtml": HTML,
}

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"
 guid="urn:newsml:coastwire.example:20260303:ferry" version="{version}"
 standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en">
<itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:coast"><name>Coast Wire</name></provider>
<versionCreated>2026-03-03T{hour}:20:00+01:00</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><urgency>3</urgency><headline rank="3">Ferries</headline>
<headline rank="1">Ferry sinks</headline>
<language tag="en"/></contentMeta><contentSet>{content}</contentSet></newsItem>"""

XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>Ferry sinks</title></head><body><header><h1>Ferry sinks</h1><p>By A. Reporter</p></header>
<section><p>Twelve people are <b>missing</b>, the coast guard said.</p><p>Two bodies were
found.</p></section></body></html></inlineXML>"""
NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>Ferry sinks</hl1></hedline></body.head><body.content>
<p>Twelve people are missing, the coast guard said.</p><block><p>Two bodies were found.</p></block>
</body.content><body.end><tagline>cw/ab</tagline></body.end></body></nitf></inlineXML>"""
DATA = f'<inlineData contenttype="text/plain">{TEXT}</inlineData>'


def an_item(content: str = XHTML, **told: str) -> str:
    known = {"version": "2", "status": "usable", "hour": "18", "kind": "text"}
    return ITEM.format(**(known | told), content=content)


def a_message(*items: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>'
        f"<itemSet>{''.join(items)}</itemSet></newsMessage>"
    )


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("3.json", NINJS_3),
        ("2.json", NINJS_2),
        ("1.json", NINJS_1),
        ("list.json", [NINJS_3]),
        ("lines.jsonl", json.dumps(NINJS_2) + "\n"),
        ("xhtml.xml", an_item()),
        ("nitf.xml", an_item(NITF)),
        ("data.xml", an_item(DATA)),
        ("message.xml", a_message(an_item())),
    ],
)
def test_each_format_gives_the_same_report(
    write: Write, name: str, held: str | dict[str, Any] | list[Any]
) -> None:
    (report,), refusals, _ = outcomes(write(name, held))
    assert refusals == []
    assert (report.title, report.text) == ("Ferry sinks", TEXT)
    assert report.source is not None
    assert (report.source.id, report.source.kind) == ("coast wire", "agency")
    assert report.language == "en"
    assert (report.published_at, report.published_grain) == (
        datetime(2026, 3, 3, 17, 20, tzinfo=UTC),
        "instant",
    )
    assert report.published_from == "file"
    assert (report.item, report.version, report.cancels) == (NINJS_3["uri"], 2, False)
    assert report.id == outcomes(write("again.json", NINJS_3))[0][0].id


def test_versions_of_an_item_are_reports_of_their_own() -> None:
    first, second = {**NINJS_2, "version": "1"}, NINJS_2
    from sayso.intake.agencies import report_of_item
    from sayso.intake.ninjs import items_of_ninjs

    made = [report_of_item(next(items_of_ninjs(row)), lambda _: None) for row in (first, second)]
    assert made[0].id != made[1].id
    assert [one.version for one in made] == [1, 2]


@pytest.mark.parametrize("status", ["canceled", "stat:canceled", "CANCELED"])
def test_a_canceled_item_takes_back_and_needs_no_words(write: Write, status: str) -> None:
    row = {
        "uri": NINJS_3["uri"],
        "version": "3",
        "versionCreated": "2026-03-03T19:00:00Z",
        "pubStatus": status,
    }
    (report,), refusals, _ = outcomes(write("kill.json", row))
    assert refusals == []
    assert report.cancels
    assert (report.item, report.version, report.text) == (NINJS_3["uri"], 3, "")
    (report,), _, _ = outcomes(write("kill.xml", an_item("", status="canceled", version="3")))
    assert (report.cancels, report.item, report.version) == (True, NINJS_3["uri"], 3)


@pytest.mark.parametrize(("name", "held"), [
    ("a.json", {**NINJS_3, "pubStatus": "withheld"}),
    ("a.xml", an_item(status="withheld")),
])  # fmt: skip
def test_a_withheld_item_is_refused_with_a_line(write: Write, name: str, held: str | dict[str, Any]) -> None:
    path = write(name, held)
    reports, (refusal,), _ = outcomes(path)
    assert reports == []
    assert str(refusal) == (
        f"{path}: refused: {NINJS_3['uri']} is withheld by its publisher. Wait until it is released."
    )


def test_one_refused_item_of_a_message_does_not_keep_the_others_out(write: Write) -> None:
    message = a_message(
        an_item(status="withheld"),
        an_item(kind="picture"),
        an_item(NITF, version="3"),
        an_item("<remoteContent href='x.jpg'/>").replace("Ferry sinks", "").replace("Ferries", ""),
        '<packageItem guid="p" version="1"/>',
    )
    reports, refusals, remarks = outcomes(write("message.xml", message))
    assert [report.version for report in reports] == [3]
    assert ["withheld" in refusals[0].why, "no words" in refusals[1].why] == [True, True]
    assert remarks == ["items that are no texts are not used: 2 (package, picture)"]


def test_a_package_gives_the_texts_that_it_carries(write: Write) -> None:
    package = {
        "uri": "urn:newsml:coastwire.example:20260303:package",
        "type": "composite",
        "versionCreated": "2026-03-03T18:20:00Z",
        "associations": {"main": NINJS_3, "side": {"uri": "urn:a:b:c", "type": "text", "headlines": []}},
    }
    (report,), refusals, _ = outcomes(write("package.json", package))
    assert (report.item, refusals) == (NINJS_3["uri"], [])


def test_who_publishes_is_read_from_the_name_of_an_item_that_does_not_say(write: Write) -> None:
    told = {key: value for key, value in NINJS_2.items() if key != "copyrightholder"}
    for uri, site in [
        ("urn:newsml:coastwire.example:20260303:ferry", "coastwire.example"),
        ("tag:desk@coastwire.example,2026:ferry", "coastwire.example"),
        ("https://www.coastwire.example/ferry", "coastwire.example"),
        ("a0f2d045-1058", None),
    ]:
        (report,), _, _ = outcomes(write("a.json", {**told, "uri": uri}))
        assert (report.source.name if report.source else None) == site
        assert report.url == (uri if uri.startswith("https") else None)


def test_an_embargo_is_remarked_on(write: Write) -> None:
    _, _, remarks = outcomes(write("a.json", {**NINJS_3, "embargoedUntil": "2026-03-06T06:00:00Z"}))
    assert "embargoed until 2026-03-06T06:00:00Z" in remarks[0]
    assert outcomes(write("b.json", {**NINJS_3, "embargoedUntil": "2026-03-04T06:00:00Z"}))[2] == []


ENTITIES = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
BAD = [
    ("a.json", {**NINJS_3, "type": "picture"}, "it holds no text (picture)"),
    ("a.json", {**NINJS_3, "pubStatus": "imext:draft"}, "has the status draft"),
    ("a.json", {"uri": "urn:a:b:c", "versionCreated": "2026-03-03T18:20:00Z"}, "the report has no words"),
    ("a.xml", "<newsItem>", "this XML cannot be read"),
    ("a.xml", "<rss><channel/></rss>", "no NewsML-G2, but <rss>"),
    ("a.xml", "<!DOCTYPE a [<!ENTITY a 'aa'>" + ENTITIES + "]>" + an_item("&j;"), "XML cannot be read"),
    ("a.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + an_item("&x;"), "cannot be read"),
    ("a.xml", a_message(), "it holds no text (nothing at all)"),
    ("a.xml", '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "it holds no text (package)"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "held", "why"), BAD, ids=[why for _, _, why in BAD])
def test_what_holds_no_text_that_may_be_used_is_refused_in_a_line(
    write: Write, name: str, held: str | dict[str, Any], why: str
) -> None:
    reports, (refusal,), _ = outcomes(write(name, held))
    assert reports == []
    assert why in refusal.why
    assert refusal.what_to_do


def test_a_file_of_reports_is_not_taken_for_an_agencys(write: Write) -> None:
    (report,), _, remarks = outcomes(
        write("a.json", {"text": "Two died.", "uri": "urn:a:b:c", "headline": "H"})
    )
    assert (report.text, report.title, report.item) == ("Two died.", "H", None)
    assert remarks == ["not a field of a report, not used: uri"]
