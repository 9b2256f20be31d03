"""Run by the environment of `requirements.txt`: reconciles a column of a table (JSON on stdin) and prints the answer.

In: {"endpoint", "names", "type": null or a type, "properties": {pid: values}}. Out: a list of rows.
"""

import json
import sys

import pandas
from reconciler import reconcile

asked = json.load(sys.stdin)
table = pandas.DataFrame({"name": asked["names"], **asked["properties"]})
found = reconcile(
    table["name"],
    type_id=asked["type"],
    property_mapping={pid: table[pid] for pid in asked["properties"]} or None,
    reconciliation_endpoint=asked["endpoint"],
)
print(found.to_json(orient="records"))
