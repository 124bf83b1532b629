"""Measures how many digits TA-Lib and finstage lose on two hostile series, as comma-separated text:
`python3 Scripts/lib/talib_digits.py > Tests/Golden/indicators/talib-digits.csv`, by a Python that
has numpy and TA-Lib.

`fine`: a price of a million that moves by millionths. `jump`: a price of 100 that leaps by a
thousand deviations of its moves for one bar. The exact values are those of the definitions in
double-double (`indicators compute --definition`). Lost is log10 of the largest error over one
rounding of the exact value, or of the median one where that is larger: 0 is the last digit, 16 is
all of them.
"""
import csv, io, math, os, random, statistics, subprocess, sys, tempfile
from datetime import date, timedelta

import numpy, talib as t

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("FINSTAGE", os.path.join(ROOT, "finstage"))
FIELDS = ("open", "high", "low", "close", "volume")
COUNT = 2_000


def series(kind):
    """Whole units by integers alone, divided once."""
    rng = random.Random(7)
    width, scale, level = (3, 10**6, 10**12) if kind == "fine" else (61, 100, 10_000)
    columns, deviation = {f: [] for f in FIELDS}, math.sqrt(((2 * width + 1) ** 2 - 1) / 12)
    for bar in range(COUNT):
        before = level
        level = before + rng.randint(-width, width)
        leap = round(1_000 * deviation) if kind == "jump" and bar == 700 else 0
        first, last = before + leap, level + leap
        bounds = max(first, last) + rng.randint(0, width), min(first, last) - rng.randint(0, width)
        for field, units in zip(FIELDS, (first, *bounds, last)):
            columns[field].append(units / scale)
        columns["volume"].append(float(rng.randint(1, 10**6)))
    return columns


def calls(d):
    """TA-Lib's functions with the usual parameters of `finstage indicators list`."""
    o, h, l, c, v = (numpy.array(d[f]) for f in FIELDS)
    one = {n: (lambda f=getattr(t, n), p=p: f(c, p)) for n, p in {
        "SMA": 30, "EMA": 30, "WMA": 30, "DEMA": 30, "TEMA": 30, "TRIMA": 30, "KAMA": 30,
        "RSI": 14, "CMO": 14, "ROC": 10, "ROCP": 10, "ROCR": 10, "ROCR100": 10, "MOM": 10,
        "TRIX": 30, "VAR": 5, "AVGDEV": 14, "SUM": 30, "MAX": 30, "MIN": 30, "LINEARREG": 14,
        "LINEARREG_INTERCEPT": 14, "LINEARREG_SLOPE": 14, "LINEARREG_ANGLE": 14, "TSF": 14,
        "MIDPOINT": 14}.items()}
    bars = {n: (lambda f=getattr(t, n): f(h, l, c, 14)) for n in (
        "CCI", "WILLR", "ATR", "NATR", "ADX", "ADXR", "DX", "PLUS_DI", "MINUS_DI")}
    return one | bars | {
        "T3": lambda: t.T3(c, 5, 0.7), "STDDEV": lambda: t.STDDEV(c, 5, 1),
        "BBANDS": lambda: t.BBANDS(c, 20, 2, 2, 0), "MACD": lambda: t.MACD(c, 12, 26, 9),
        "MACDFIX": lambda: t.MACDFIX(c, 9), "APO": lambda: t.APO(c, 12, 26, 1),
        "PPO": lambda: t.PPO(c, 12, 26, 1), "STOCH": lambda: t.STOCH(h, l, c, 5, 3, 0, 3, 0),
        "STOCHF": lambda: t.STOCHF(h, l, c, 5, 3, 0),
        "ULTOSC": lambda: t.ULTOSC(h, l, c, 7, 14, 28), "AROON": lambda: t.AROON(h, l, 14),
        "MFI": lambda: t.MFI(h, l, c, v, 14),
        "BOP": lambda: t.BOP(o, h, l, c), "TRANGE": lambda: t.TRANGE(h, l, c),
        "CORREL": lambda: t.CORREL(h, l, 30), "BETA": lambda: t.BETA(h, l, 5),
        "OBV": lambda: t.OBV(c, v), "AD": lambda: t.AD(h, l, c, v),
        "ADOSC": lambda: t.ADOSC(h, l, c, v, 3, 10), "MIDPRICE": lambda: t.MIDPRICE(h, l, 14),
        "PLUS_DM": lambda: t.PLUS_DM(h, l, 14), "MINUS_DM": lambda: t.MINUS_DM(h, l, 14),
        "SAR": lambda: t.SAR(h, l, 0.02, 0.2), "AVGPRICE": lambda: t.AVGPRICE(o, h, l, c),
        "TYPPRICE": lambda: t.TYPPRICE(h, l, c), "WCLPRICE": lambda: t.WCLPRICE(h, l, c),
        "MEDPRICE": lambda: t.MEDPRICE(h, l), "IMI": lambda: t.IMI(o, c, 14),
        "ACCBANDS": lambda: t.ACCBANDS(h, l, c, 20),
    }


def run(*words):
    return subprocess.run([PROGRAM, *words], check=True, capture_output=True, text=True).stdout


def own(name, symbol, *words):
    rows = list(csv.reader(io.StringIO(
        run("indicators", "compute", name, "--symbol", symbol, *words))))[1:]
    return [[float(cell) if cell else math.nan for cell in column]
            for column in zip(*(row[2:-1] for row in rows))]


def lost(values, exact):
    worst = 0.0
    for column, right in zip(values, exact):
        pairs = [(a, b) for a, b in zip(column, right) if not math.isnan(b)]
        scale = statistics.median(abs(b) for _, b in pairs)
        for a, b in pairs:
            size = max(scale, abs(b)) * sys.float_info.epsilon
            error = abs(a - b) if math.isfinite(a) else math.inf
            if size > 0 and error > size:
                worst = max(worst, math.log10(error / size))
    return f"{min(worst, 16):.1f}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FINSTAGE_STORE"] = os.path.join(folder, "store")
        figures = {}
        for kind in ("fine", "jump"):
            data, path = series(kind), os.path.join(folder, f"{kind}.csv")
            with open(path, "w") as file:
                file.write("time," + ",".join(FIELDS) + "\n")
                for bar in range(COUNT):
                    cells = [repr(data[f][bar]) for f in FIELDS]
                    file.write(",".join([str(date(2000, 1, 1) + timedelta(bar)), *cells]) + "\n")
            run("data", "import", path, "--symbol", kind.upper(), "--calendar", "24/7")
            for name, call in calls(data).items():
                theirs = call()
                theirs = theirs if isinstance(theirs, (tuple, list)) else [theirs]
                exact = own(name, kind.upper(), "--definition")
                if name == "AROON" or len(theirs) == len(exact):
                    figures.setdefault(name, []).extend(
                        [lost(theirs, exact), lost(own(name, kind.upper()), exact)])
        print("talib,fine_talib,fine_here,jump_talib,jump_here")
        for name in sorted(figures):
            print(",".join([name, *figures[name]]))
