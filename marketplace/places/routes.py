"""What the place picker asks while one types."""

from flask import Response, jsonify, request
from flask.typing import ResponseReturnValue

from marketplace.core.errors import Refused
from marketplace.core.permissions import anyone
from marketplace.places.presenters import choice_lines
from marketplace.places.vocabulary import place_id_of
from marketplace.web.sections import Section

section = Section("places", __name__)

MOST_CHOICES = 8
LONGEST_WORDS = 200
KEPT_SECONDS = 3600  # units change a few times a year


@section.page("/api/v1/places", allow=anyone)
def api_places() -> ResponseReturnValue:
    """At most eight communes that ``q`` may mean, best first; those in the present province ``near`` before others."""
    lines = choice_lines(request.args.get("q", "")[:LONGEST_WORDS], MOST_CHOICES, _near())
    answer: Response = jsonify(
        [{"value": line.value, "title": line.title, "province": line.province, "former": line.former} for line in lines]
    )
    answer.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return answer


def _near() -> str | None:
    try:
        return place_id_of(request.args.get("near", ""))
    except Refused:
        return None
