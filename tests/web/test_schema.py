"""What the description promises holds for whatever is sent: no failure of ours, no answer unnamed."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.core.failures import FailureGroup
from tests.web.desk import a_server, a_token

from sayso.casebook import Casebook
from sayso.story import reports

EXAMPLES = 4
PROMISES = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The demo story, served as one would, to an admin."""
    path = tmp_path_factory.mktemp("desk") / "evening.book"
    with Casebook.open(path) as book:
        book.add(reports())
    token = a_token(path, "Jo", "admin")
    with a_server(path) as (address, _):
        yield address, token


def test_every_answer_is_as_described(desk: tuple[str, dict[str, str]]) -> None:
    address, token = desk
    schema = schemathesis.openapi.from_url(f"{address}/schema/openapi.json", headers=token)
    known = _known(address, token)
    failures = []
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]
        for mode in GenerationMode.POSITIVE, GenerationMode.NEGATIVE:
            try:
                _try(operation, mode, token, known if mode == GenerationMode.POSITIVE else {})
            except Unsatisfiable:
                continue  # nothing can be wrong with a request that carries nothing
            except FailureGroup as group:
                failures += [f"{operation.label}: {failure}" for failure in group.exceptions]
    assert not failures, "\n\n".join(failures)


def test_a_report_is_read_by_the_reader_in_its_own_process(desk: tuple[str, dict[str, str]]) -> None:
    address, token = desk
    text = "Police said two men were killed in Lyon on Friday."
    answer = httpx2.post(f"{address}/read", json={"text": text}, headers=token, timeout=60)
    assert [claim["slot"] for claim in answer.json()["claims"]] == ["killed"]


def _known(address: str, token: dict[str, str]) -> dict[str, str]:
    """Return ids that the book holds, by the paths that take them, or the beginning of these."""
    with httpx2.Client(base_url=address, headers=token) as client:
        incident = client.get("/incidents.json").json()["incidents"][0]["incident"]
        sheet = client.get("/reports/wire-1705.json").json()
        claim, account = sheet["claims"][0]["id"], incident["account_ids"][-1]
        verdict = {"verdict": "right", "why": "as on the tape"}
        judged = client.post(f"/claims/{claim}/judgement", json=verdict).json()[0]["id"]
    return {
        "/incidents": incident["id"],
        "/reports": "wire-1705",
        "/reports/{ref}/forget": "ledger-1731",
        "/claims": claim,
        "/accounts": account,
        "/judgements": judged,
    }


def _try(operation: Any, mode: GenerationMode, token: dict[str, str], known: dict[str, str]) -> None:
    """Send some requests of a kind to one address, and hold each answer against the description.

    Every second one of those with an id names one that the book holds.
    """
    sent = count()

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    def send(case: Any) -> None:
        held = known.get(operation.path) or known.get("/" + operation.path.split("/")[1])
        if held and "ref" in (case.path_parameters or {}) and next(sent) % 2 == 0:
            case.path_parameters |= {"ref": held} | ({"slot": "killed"} if "{slot}" in operation.path else {})
        case.validate_response(case.call(headers=token, timeout=20), checks=PROMISES)

    send()
