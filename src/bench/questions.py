"""Prepared requests from questions with known answers: alone, in batches, as AuthZEN, with facts in the ledger."""

import json
import pathlib

import load
from servers import BASIC

JSON = "application/json"
AUTHORIZED = f"Authorization: {BASIC}"
DECISION = '"decision":"([A-Z_]+)"'
AT = '"at":"([^"]+)"'
USER_FACTS = ("country", "birthDate", "timeZone", "consents", "objections", "refusals", "uses")


def read(file):
    """Of each line: key, expected decision, question."""
    lines = pathlib.Path(file).read_text().splitlines()
    return [(key, expected, json.loads(body)) for key, expected, body in (line.split("\t", 2) for line in lines)]


def _text(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def alone(known, file):
    lines = [("POST", "/v1/decisions", JSON, key, expected, _text(question)) for key, expected, question in known]
    return load.write(file, lines, AT, DECISION, AUTHORIZED)


def batches(known, file, size=100):
    """A batch is told by the instant of its first question; its answers come in order."""
    lines = []
    for start in range(0, len(known) - size + 1, size):
        part = known[start:start + size]
        body = _text({"questions": [question for _, _, question in part]})
        lines.append(("POST", "/v1/decisions/batch", JSON, part[0][0],
                      " ".join(expected for _, expected, _ in part), body))
    return load.write(file, lines, AT, DECISION, AUTHORIZED, each=size)


def authzen(known, file):
    lines = [("POST", "/access/v1/evaluation", JSON, str(number), str(expected == "PERMIT").lower(),
              _text(_evaluation(question))) for number, (_, expected, question) in enumerate(known)]
    return load.write(file, lines, "header:X-Request-ID", '{"decision":([a-z]+)', AUTHORIZED)


def _evaluation(question):
    question = dict(question)
    user = dict(question.pop("user"))
    resource = {"type": question["data"].split(".")[0], "id": question.pop("data"), "properties": {}}
    if "source" in question:
        resource["properties"]["source"] = question.pop("source")
    action = {"name": question.pop("purpose")}
    if "operation" in question:
        action["properties"] = {"operation": question.pop("operation")}
    context = {**question.pop("circumstances", {}), **question,
               "supported_mandatory_extensions": ["obligations"], "supported_obligations": ["custom"]}
    return {"subject": {"type": "user", "id": user.pop("id"), "properties": user}, "action": action,
            "resource": resource, "context": context}


def ledger_events(known):
    """The calls that record the facts of the questions' users: (method, path, body)."""
    for _, _, question in known:
        user = question["user"]
        path = "/v1/users/" + user["id"]
        yield "PUT", path, _text({name: user[name] for name in ("country", "birthDate", "timeZone") if name in user})
        for consent in user.get("consents", ()):
            if "withdrawnAt" in consent:
                yield "POST", path + "/consents", _text({k: v for k, v in consent.items() if k != "withdrawnAt"})
            yield "POST", path + "/consents", _text(consent)
        for objection in user.get("objections", ()):
            yield "POST", path + "/objections", _text(objection)
        for use in user.get("uses", ()):
            yield "POST", path + "/uses", _text({"at": use})


def by_ledger(known, file):
    """The same questions, in which users are named and nothing is said of them."""
    stripped = [(key, expected, {**question, "user": {"id": question["user"]["id"]}})
                for key, expected, question in known]
    return alone(stripped, file)


def refused(known, file):
    """Each with a purpose that is nearly right."""
    lines = [("POST", "/v1/decisions", JSON, key, "400", _text({**question, "purpose": question["purpose"] + "x"}))
             for key, _, question in known]
    return load.write(file, lines, "status", "", AUTHORIZED)


def static(file):
    line = ("GET", "/.well-known/authzen-configuration", "", "-", "200", "")
    return load.write(file, [line], "status", "", AUTHORIZED)


def cerbos(lines_file, file):
    """Bodies of Cerbos' check API; each names its request."""
    lines = [("POST", "/api/check/resources", JSON, key, effect, body) for key, effect, body in
             (line.split("\t", 2) for line in pathlib.Path(lines_file).read_text().splitlines())]
    return load.write(file, lines, '"requestId": *"([^"]+)"', "EFFECT_([A-Z]+)", "")
