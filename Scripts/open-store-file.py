#!/usr/bin/env python3
"""Opens a file of the store with whichever of pyarrow, polars and duckdb is installed.

Usage: open-store-file.py FILE.arrow [ROWS]

Prints the schema, the number of rows and the first ROWS rows (5 unless told otherwise) of each.
`finstage data path SYMBOL` prints the path of a symbol's file.
"""
import importlib.util
import sys


def with_pyarrow(path, rows):
    import pyarrow as pa

    with pa.memory_map(path) as source:
        table = pa.ipc.open_file(source).read_all()
        table.validate(full=True)
        print(f"pyarrow {pa.__version__}: {table.num_rows} rows")
        print(table.schema)
        for row in table.slice(0, rows).to_pylist():
            print(row)


def with_polars(path, rows):
    import polars as pl

    frame = pl.read_ipc(path)
    print(f"polars {pl.__version__}: {frame.height} rows")
    print(frame.head(rows))


def with_duckdb(path, rows):
    import duckdb
    import pyarrow as pa

    with pa.memory_map(path) as source:
        bars = pa.ipc.open_file(source).read_all()
        count = duckdb.sql("SELECT count(*) FROM bars").fetchall()[0][0]
        print(f"duckdb {duckdb.__version__} (through pyarrow): {count} rows")
        print(duckdb.sql(f"SELECT * FROM bars ORDER BY time LIMIT {rows}"))


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    path, rows = sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 5
    readers = [
        (("pyarrow",), with_pyarrow),
        (("polars",), with_polars),
        (("duckdb", "pyarrow"), with_duckdb),
    ]
    usable = [
        reader for names, reader in readers if all(map(importlib.util.find_spec, names))
    ]
    if not usable:
        sys.exit("None of pyarrow, polars and duckdb is installed: pip install pyarrow")
    for reader in usable:
        reader(path, rows)


if __name__ == "__main__":
    main()
