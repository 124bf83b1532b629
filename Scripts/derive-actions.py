#!/usr/bin/env python3
"""Derives Datasets/bundle/actions.csv from the adjusted closes of the bundled series.

    Scripts/derive-actions.py            writes actions.csv and its digest in metadata.json
    Scripts/derive-actions.py --check    changes nothing; recomputes adj_close from close and
                                         actions, prints the largest relative difference of each
                                         symbol, and exits 1 where anything does not agree

The factor of a day is adj_close / close. It is constant but for steps on ex-dates: there it grows
by 1 / (1 - D / close of the session before), and by the split's ratio on a split. So the dividend
D follows from the step. Only the splits of series that are not yet split-adjusted are stated here.
Plain Python 3, standard library only.
"""

import csv
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "Datasets" / "bundle"
SPLITS = {("MSFT", "2003-02-18"): 2.0}
# A step of the factor below this is noise. Largest step on an ordinary day: 8.7e-7 (NVDA);
# smallest dividend: 8.2e-5 (NVDA, 2023-09-06).
NOISE = 1e-5
# An amount is written with the fewest decimals that stay this near, as a fraction of the price:
# no more digits than the source's own rounding supports.
ROUNDING = 1e-6
# The agreement that --check demands of adj_close.
TOLERANCE = 1e-5


def read_series(entry):
    """The rows of one file as (date, close, adj_close)."""
    with open(FOLDER / entry["file"], newline="") as file:
        return [
            (row["date"], float(row["close"]), float(row["adj_close"]))
            for row in csv.DictReader(file)
        ]


def shortest(amount, price):
    """The amount with the fewest decimals that the source supports, as text."""
    for decimals in range(2, 12):
        text = f"{amount:.{decimals}f}"
        if abs(float(text) - amount) <= ROUNDING * price:
            return text
    raise ValueError(f"no short form of {amount}")


def derive(symbol, rows):
    """The actions of one series: (symbol, ex_date, kind, value)."""
    actions = []
    for (_, close, adjusted), (date, next_close, next_adjusted) in zip(rows, rows[1:]):
        ratio = (adjusted / close) / (next_adjusted / next_close)
        split = SPLITS.get((symbol, date), 1.0)
        if split != 1.0:
            actions.append((symbol, date, "split", f"{split:g}:1"))
        step = 1 - ratio * split
        if step < -NOISE:
            raise ValueError(f"{symbol} {date}: the factor falls by {-step:.6f}")
        if step > NOISE:
            actions.append((symbol, date, "dividend", shortest(close * step, close)))
    return actions


def largest_difference(rows, actions):
    """Recomputes adj_close backwards from the last row, whose own factor is taken as it is."""
    split = {date: float(value.split(":")[0]) for _, date, kind, value in actions if kind == "split"}
    dividend = {date: float(value) for _, date, kind, value in actions if kind == "dividend"}
    factor = rows[-1][2] / rows[-1][1]
    worst = 0.0
    for (_, close, adjusted), (date, _, _) in zip(reversed(rows[:-1]), reversed(rows[1:])):
        factor *= (1 - dividend.get(date, 0.0) / close) / split.get(date, 1.0)
        worst = max(worst, abs(close * factor / adjusted - 1))
    return worst


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def table(actions):
    lines = ["symbol,ex_date,kind,value"] + [",".join(action) for action in actions]
    return "\n".join(lines) + "\n"


def check_file(entry, rows):
    """What metadata.json states about a file and is not so."""
    facts = {
        "sha256": digest(FOLDER / entry["file"]),
        "rows": len(rows),
        "first": rows[0][0],
        "last": rows[-1][0],
    }
    return [
        f"{entry['file']}: metadata.json says {key} {entry[key]}, the file has {value}"
        for key, value in facts.items()
        if entry[key] != value
    ]


def check(metadata):
    path = FOLDER / metadata["actions"]
    with open(path, newline="") as file:
        stated = [tuple(row) for row in csv.reader(file)][1:]
    problems = []
    if digest(path) != metadata["actionsSha256"]:
        problems.append("actions.csv: its sha256 is not the one in metadata.json")
    for entry in metadata["files"]:
        symbol, rows = entry["symbol"], read_series(entry)
        problems += check_file(entry, rows)
        actions = [action for action in stated if action[0] == symbol]
        if actions != derive(symbol, rows):
            problems.append(f"{symbol}: actions.csv is not what the series gives")
        worst = largest_difference(rows, actions)
        years = Counter(date[:4] for _, date, kind, _ in actions if kind == "dividend")
        print(f"{symbol:5} adj_close within {worst:.1e}; dividends a year: ", end="")
        print(" ".join(f"{year}:{count}" for year, count in sorted(years.items())) or "none")
        if worst > TOLERANCE:
            problems.append(f"{symbol}: adj_close differs by {worst:.1e}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def write(metadata):
    actions = []
    for entry in sorted(metadata["files"], key=lambda entry: entry["symbol"]):
        actions += derive(entry["symbol"], read_series(entry))
    path = FOLDER / metadata["actions"]
    path.write_text(table(actions))
    metadata["actionsSha256"] = digest(path)
    (FOLDER / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n")
    print(f"{path}: {len(actions)} actions")
    return 0


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 64
    metadata = json.loads((FOLDER / "metadata.json").read_text())
    return check(metadata) if arguments else write(metadata)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
