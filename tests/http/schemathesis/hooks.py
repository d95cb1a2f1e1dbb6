"""Makes most of the generated bodies ones that get past the first doors: of a municipality and a requester that are there, in a zone that is, at a
time that lies ahead. What is wrong on purpose stays wrong, and the rest stay as they were made."""

import datetime
import random
import re

import schemathesis

_KNOWN = {"municipality": "fjellvik", "requester": "silje", "zone": "sentrum"}
_INSTANT = re.compile(r"\d{4}-(0[1-9]|1[0-2])-([01]\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)")


def _ahead(days, hours):
    at = datetime.datetime.now(datetime.timezone.utc).replace(hour=12, minute=0, second=0, microsecond=0)
    return (at + datetime.timedelta(days=days, hours=hours)).isoformat()


def _is_name(value):
    return isinstance(value, str) and 1 <= len(value) <= 200 and "\0" not in value and value.strip() != ""


def _is_instant(value):
    return isinstance(value, str) and _INSTANT.fullmatch(value) is not None


@schemathesis.hook
def map_body(ctx, body):
    if not isinstance(body, dict):
        return body
    # What is changed follows from the body, which follows from the seed.
    chance = random.Random(repr(sorted(body.items(), key=str)))
    changed = {name: known for name, known in _KNOWN.items() if _is_name(body.get(name))}
    if _is_instant(body.get("start")) and _is_instant(body.get("end")):
        days = chance.randint(2, 20)
        changed |= {"start": _ahead(days, 0), "end": _ahead(days, chance.randint(1, 5))}
    if isinstance(body.get("confirm"), bool):
        changed["confirm"] = chance.random() < 0.8
    return {**body, **changed} if chance.random() < 0.8 else body
