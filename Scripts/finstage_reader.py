#!/usr/bin/env python3
"""Reads what Finstage keeps as frames of pandas, polars or pyarrow.

    import finstage_reader as finstage

    bars = finstage.series("AAPL")
    values = finstage.nodes("SmaCross", "AAPL", params={"fast": 20})
    made = finstage.trades("last")
    curve = finstage.equity("last", frame="polars")

`frame` is "pandas" (the default), "polars" or "arrow" (a `pyarrow.Table`). Every time is the start
of a bar, as a UTC timestamp in microseconds; a daily bar begins at midnight of its session's date.
What is not known is NaN in a column of numbers, null in one of words or times. The unit and the
meaning of each column are in the metadata of the Arrow fields, in `frame.attrs` of pandas, and as
rows of `columns(table)`.

`series`, `nodes` and `equity` map Arrow files into memory: pages come from the disk when they are
looked at, and the numbers of the frame are those of the file, not copies, so they are read-only
(pandas copies the times).
`trades` and the other tables of a run come from the CSV files that `finstage report` writes.

The program that is asked for paths is `finstage` beside this file's folder, else the one on PATH;
FINSTAGE names another. The store is that of the program: `store="FOLDER"`, else FINSTAGE_STORE,
else `.finstage` in the working folder.

Needs pyarrow, and pandas or polars for their frames: pip install pyarrow pandas polars

From a shell: finstage_reader.py series AAPL, nodes SmaCross AAPL, trades [RUN], equity [RUN];
--frame polars, --symbol S, --interval 1m, --store FOLDER.
"""
import argparse
import csv
import datetime
import importlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

_PRICE = "money a unit"
_SERIES = {
    "time": ("microseconds since 1970 UTC", "start of the bar"),
    "open": (_PRICE, "first price of the bar"),
    "high": (_PRICE, "highest price of the bar"),
    "low": (_PRICE, "lowest price of the bar"),
    "close": (_PRICE, "last price of the bar"),
    "volume": ("units", "traded in the bar"),
    "adj_close": (_PRICE, "close with dividends within, as the data's origin says it"),
}
_TABLES = (
    "trades", "orders", "equity", "positions", "monthly", "metrics", "drawdowns", "rolling",
    "rejections",
)


class FinstageError(Exception):
    """What went wrong, and what to do: in the program's words where it said it."""


# What there is to read.


def series(symbol, interval=None, *, frame="pandas", store=None):
    """The stored bars of an instrument: time, open, high, low, close, volume.

    Prices are as they were imported; the Arrow table's metadata says on which basis (`basis`,
    `splits@DATE`: on the share basis of that day), from which source and in which calendar. Bars
    that the live runner has taken today and has not folded yet are not among them. Without an
    interval ("1m", "1d", …) the longest that is stored.
    """
    words = ["data", "path", symbol] + (["--interval", interval] if interval else [])
    table = _mapped(_run(words, store).strip())
    return _frame(_described(table, _SERIES), frame)


def nodes(strategy, symbol, *, params=None, options=(), frame="pandas", store=None):
    """Every number and condition of a strategy at every bar, with position and equity.

    A column is named by the words of its node: `sma(close, 10)`. A condition is 1 or 0. Prices in
    nodes are adjusted for the splits known at that bar, or the columns could not be compared with
    what was decided. Live bars that are not folded yet are among the rows. `params` sets parameters; `options` are further words for `finstage nodes`,
    such as ["--from", "2020-01-01", "--commission", "0"]. The strategy may be a file: Mine.swift.
    """
    words = ["nodes", strategy, "--symbol", symbol, "--arrow", *options]
    for name, value in (params or {}).items():
        words += ["--param", f"{name}={value}"]
    with tempfile.TemporaryDirectory(prefix="finstage-") as folder:
        path = os.path.join(folder, "nodes.arrow")
        _run([*words, "--output", path], store)
        # The mapping keeps the bytes when the name has gone.
        return _frame(_described(_mapped(path), {"time": _SERIES["time"]}), frame)


def runs(*, store=None):
    """The kept runs, the newest first, as a list of dictionaries: `run` is the id."""
    return json.loads(_run(["runs", "list", "--limit", "100000", "--json"], store))


def equity(run="last", symbol=None, *, frame="pandas", store=None):
    """What a run has at every bar: equity, buy_and_hold, position, prices, underwater, return.

    A run is named by its id, the beginning of one, or "last"; a symbol is needed where it has
    several. Money is in the currency of the instrument, fractions are fractions (0.1 is 10 %). The
    series that pages draw are `drawn_0`, `drawn_1`, …, with their labels in the field's metadata.
    Of a run of the whole catalogue only figures are kept: the program computes it again, and the
    columns are those of `equity.csv`.
    """
    shown = json.loads(_run(["runs", "show", run, "--json"], store))
    tables = [_mapped(path) for path in pathlib.Path(shown["kept_in"]).glob("*.arrow")]
    if not tables:
        return table(run, "equity", symbol, frame=frame, store=store)
    found = {table.schema.metadata[b"finstage.symbol"].decode(): table for table in tables}
    return _frame(found[_one(found, symbol, shown["run"])], frame)


def trades(run="last", symbol=None, *, frame="pandas", store=None):
    """The round trips of a run, a row each: entry, exit, fees, profit, return, excursions."""
    return table(run, "trades", symbol, frame=frame, store=store)


def table(run="last", name="trades", symbol=None, *, frame="pandas", store=None):
    """Any table of a run: trades, orders, equity, positions, monthly, metrics, drawdowns, …"""
    if name not in _TABLES:
        raise FinstageError(f"a run has no table '{name}'; it has {', '.join(_TABLES)}")
    with tempfile.TemporaryDirectory(prefix="finstage-") as folder:
        _run(["report", run, "--output", folder, "--quiet"], store)
        files = pathlib.Path(folder).glob("*/*/summary.json")
        found = {json.loads(path.read_text("utf-8"))["symbol"]: path.parent for path in files}
        place = found[_one(found, symbol, run)]
        return _frame(_parsed(place / f"{name}.csv", place / "dictionary.csv"), frame)


def columns(table):
    """What an Arrow table says of its columns: for each a dictionary of name, unit and meaning."""
    rows = []
    for field in table.schema:
        notes = {key.decode(): value.decode() for key, value in (field.metadata or {}).items()}
        rows.append({"column": field.name, "unit": notes.get("unit", ""),
                     "meaning": notes.get("meaning", notes.get("label", ""))})
    return rows


# How it is read.


def _program():
    here = pathlib.Path(__file__).resolve().parent
    beside = [here.parent / "finstage", here.parent.parent / "bin" / "finstage"]
    candidates = [os.environ.get("FINSTAGE")] + [str(path) for path in beside if path.is_file()]
    found = next(filter(None, candidates), None) or shutil.which("finstage")
    if not found:
        raise FinstageError("there is no finstage here or on PATH; say where it is with FINSTAGE")
    return found


def _run(words, store):
    _needed("pyarrow")  # Before anything is asked that could not be read then.
    words = [_program(), *words] + (["--store", str(store)] if store else [])
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError as error:
        raise FinstageError(f"{words[0]} cannot be run: {error}") from error
    if done.returncode != 0:
        said = done.stderr.strip() or f"status {done.returncode}"
        raise FinstageError(f"finstage {' '.join(words[1:])}: {said}")
    return done.stdout


def _needed(name):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise FinstageError(
            f"{name} is not installed for {sys.executable}: pip install {name}") from error


def _mapped(path):
    arrow = _needed("pyarrow")
    return arrow.ipc.open_file(arrow.memory_map(str(path))).read_all()


def _described(table, notes):
    """The same table with unit and meaning in the fields that have none."""
    fields = [
        field.with_metadata(dict(zip(("unit", "meaning"), notes[field.name])))
        if field.name in notes and not field.metadata else field
        for field in table.schema
    ]
    return table.cast(_needed("pyarrow").schema(fields, table.schema.metadata))


def _one(found, symbol, run):
    """The symbol that is meant, of those that a run has."""
    if symbol is None and len(found) == 1:
        return next(iter(found))
    if symbol in found:
        return symbol
    raise FinstageError(
        f"{run} has {', '.join(sorted(found))}, not {symbol}" if symbol
        else f"{run} has {', '.join(sorted(found))}; say which: symbol=…")


def _parsed(path, dictionary):
    """A CSV file of a run, with the types that its dictionary says."""
    arrow = _needed("pyarrow")
    with open(dictionary, newline="", encoding="utf-8") as file:
        notes = {row["column"]: row for row in csv.DictReader(file) if row["file"] == path.name}
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = list(csv.reader(file))
    fields, values = [], []
    for index, name in enumerate(header):
        unit, texts = notes[name]["unit"], [row[index] for row in rows]
        if unit.startswith("date"):
            kind, values_of = arrow.timestamp("us", tz="UTC"), [_instant(text) for text in texts]
        elif unit in ("word", "text"):
            kind, values_of = arrow.string(), [text or None for text in texts]
        else:
            kind, values_of = arrow.float64(), [_number(text) for text in texts]
        values.append(arrow.array(values_of, kind))
        fields.append(arrow.field(
            name, kind, metadata={"unit": unit, "meaning": notes[name]["meaning"]}))
    return arrow.table(values, schema=arrow.schema(fields))


def _number(text):
    """A number, or a claim as 1 or 0; NaN of an empty text."""
    claims = {"": "nan", "true": "1", "false": "0"}
    return float(claims.get(text, text))


def _instant(text):
    """A date, which is midnight UTC, or an instant with its Z; None of an empty text."""
    if not text:
        return None
    moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)


def _frame(table, kind):
    """The table as what was asked for, sharing its memory where the library can."""
    if kind == "arrow":
        return table
    if kind == "polars":
        return _needed("polars").from_arrow(table, rechunk=False)
    if kind != "pandas":
        raise FinstageError(f"frame is 'pandas', 'polars' or 'arrow', not '{kind}'")
    _needed("pandas")
    # A block a column: pandas would copy columns of one type into one block otherwise.
    frame = table.to_pandas(split_blocks=True)
    frame.attrs = {row["column"]: {"unit": row["unit"], "meaning": row["meaning"]}
                   for row in columns(table)}
    return frame


def _main():
    parser = argparse.ArgumentParser(description="Prints what Finstage keeps, as a frame.")
    parser.add_argument("what", choices=["series", "nodes", *_TABLES])
    parser.add_argument("names", nargs="*", help="SYMBOL; STRATEGY SYMBOL; or RUN")
    parser.add_argument("--frame", choices=["pandas", "polars", "arrow"], default="pandas")
    parser.add_argument("--symbol", help="of a run with several")
    parser.add_argument("--interval")
    parser.add_argument("--store")
    words = parser.parse_args()
    common = {"frame": words.frame, "store": words.store}
    try:
        if words.what == "series" and len(words.names) == 1:
            print(series(words.names[0], words.interval, **common))
        elif words.what == "nodes" and len(words.names) == 2:
            print(nodes(*words.names, **common))
        elif words.what in _TABLES and len(words.names) <= 1:
            read = equity if words.what == "equity" else lambda *names, **more: table(
                names[0], words.what, *names[1:], **more)
            print(read(words.names[0] if words.names else "last", words.symbol, **common))
        else:
            parser.error(f"{words.what} takes other words than {' '.join(words.names) or 'none'}")
    except FinstageError as error:
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    _main()
