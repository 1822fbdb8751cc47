"""What can go wrong with a request, as the description of the interface tells it."""

from litestar.openapi import ResponseSpec

from sayso.web.faults import PROBLEM_JSON, Problem

__all__ = ["ADDING", "DOING", "LOOKING", "READING"]

TOLD = {
    400: "Something in the request cannot be read, or a word of it names nothing.",
    401: "Nobody has signed in, or the token does not hold.",
    403: "This person may not do that, or the request came from another site.",
    404: "There is no such thing in the book at that moment, or a slot is none.",
    409: "The book refuses it as it is now.",
    413: "It is too long.",
    421: "The request names another host.",
    429: "Too often; Retry-After says when again.",
    503: "Too busy, or the book cannot be written now; Retry-After says when again.",
}


def _told(*statuses: int) -> dict[int, ResponseSpec]:
    return {
        status: ResponseSpec(
            Problem, generate_examples=False, description=TOLD[status], media_type=PROBLEM_JSON
        )
        for status in statuses
    }


LOOKING = _told(400, 401, 403, 404, 421, 429, 503)
READING = _told(400, 401, 403, 413, 421, 429, 503)
ADDING = _told(400, 401, 403, 409, 413, 421, 429, 503)
DOING = _told(400, 401, 403, 404, 409, 413, 421, 429, 503)
