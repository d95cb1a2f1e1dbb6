"""Makes most of the generated bodies ones that get past the first doors: of a municipality and a requester that are there, in a zone that is, at a
time that lies ahead. The rest stay as they were made."""

import datetime
import random

import schemathesis

_KNOWN = {"municipality": "fjellvik", "requester": "silje", "zone": "sentrum"}


def _ahead(days, hours):
    at = datetime.datetime.now(datetime.timezone.utc).replace(hour=12, minute=0, second=0, microsecond=0)
    return (at + datetime.timedelta(days=days, hours=hours)).isoformat()


@schemathesis.hook
def map_body(ctx, body):
    if not isinstance(body, dict):
        return body
    # What is changed follows from the body, which follows from the seed.
    chance = random.Random(repr(sorted(body.items(), key=str)))
    known = dict(_KNOWN)
    if isinstance(body.get("start"), str) and isinstance(body.get("end"), str):
        days = chance.randint(2, 20)
        known |= {"start": _ahead(days, 0), "end": _ahead(days, chance.randint(1, 5))}
    if isinstance(body.get("confirm"), bool):
        known["confirm"] = chance.random() < 0.8
    changed = {name: value for name, value in known.items() if isinstance(body.get(name), type(value))}
    return {**body, **changed} if chance.random() < 0.8 else body
