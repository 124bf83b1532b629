"""Measures a rival's indicators beside finstage's, in turn, and prints the ratios as a table."""
import json, math, os, subprocess, sys, time

rival, rounds, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
FIELDS = ("open", "high", "low", "close", "volume")
JUDGED = 32


def bars(workload, count):
    import numpy
    columns = {f: numpy.fromfile(f"{folder}/{workload}-{f}.f64") for f in FIELDS}
    return [{f: columns[f][start:start + count] for f in FIELDS}
            for start in range(0, len(columns["close"]), count)]


def talib_calls(d):
    import talib as t
    o, h, l, c, v = (d[f] for f in FIELDS)
    return {
        "SMA": lambda n: t.SMA(c, n), "EMA": lambda n: t.EMA(c, n), "WMA": lambda n: t.WMA(c, n),
        "DEMA": lambda n: t.DEMA(c, n), "TEMA": lambda n: t.TEMA(c, n),
        "KAMA": lambda n: t.KAMA(c, n), "RSI": lambda n: t.RSI(c, n),
        "MACD": lambda _: t.MACD(c, 12, 26, 9), "BBANDS": lambda n: t.BBANDS(c, n, 2, 2),
        "ATR": lambda n: t.ATR(h, l, c, n), "ADX": lambda n: t.ADX(h, l, c, n),
        "STOCH": lambda n: t.STOCH(h, l, c, n, 3, 0, 3, 0),
        "STOCHRSI": lambda n: t.STOCHRSI(c, n, n, 3, 0), "CCI": lambda n: t.CCI(h, l, c, n),
        "MFI": lambda n: t.MFI(h, l, c, v, n), "OBV": lambda _: t.OBV(c, v),
        "WILLR": lambda n: t.WILLR(h, l, c, n), "AROON": lambda n: t.AROON(h, l, n),
        "ROC": lambda n: t.ROC(c, n), "MOM": lambda n: t.MOM(c, n),
        "TRIX": lambda n: t.TRIX(c, n), "ULTOSC": lambda _: t.ULTOSC(h, l, c, 7, 14, 28),
        "SAR": lambda _: t.SAR(h, l, 0.02, 0.2), "LINEARREG": lambda n: t.LINEARREG(c, n),
        "STDDEV": lambda n: t.STDDEV(c, n, 1), "CORREL": lambda n: t.CORREL(h, l, n),
        "BETA": lambda n: t.BETA(h, l, n), "AD": lambda _: t.AD(h, l, c, v),
        "ADOSC": lambda _: t.ADOSC(h, l, c, v, 3, 10), "PPO": lambda _: t.PPO(c, 12, 26, 1),
        "MIN": lambda n: t.MIN(c, n), "MAX": lambda n: t.MAX(c, n),
    }


def rival_time(name, sets):
    letters = name.rstrip("0123456789")
    period = int(name[len(letters):] or 0)
    calls = [calls[letters] for calls in sets]
    start = time.perf_counter()
    for call in calls:
        call(period)
    return time.perf_counter() - start


def own_times(workload):
    words = [os.environ["FINSTAGE"], "bench", "indicators", "--workload", workload, "--json"]
    text = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return {f["indicator"]: f["nanoseconds_per_bar"] for f in json.loads(text)["figures"]}


def geometric(values):
    return math.exp(sum(map(math.log, values)) / len(values))


if rival != "talib":
    sys.exit(f"there is no rival '{rival}'; it takes talib")
try:
    import numpy, talib
except ImportError as error:
    sys.exit(f"{error.name} is not installed here, so no rival is measured")
for workload, count in (("one", 1_000_000), ("panel", 2_520)):
    series = bars(workload, count)
    sets, total = [talib_calls(d) for d in series], sum(len(d["close"]) for d in series)
    own, theirs = {}, {}
    for _ in range(rounds):
        for name, value in own_times(workload).items():
            own[name] = min(value, own.get(name, math.inf))
        for name in own:
            best = min(rival_time(name, sets) for _ in range(7)) / total * 1e9
            theirs[name] = min(best, theirs.get(name, math.inf))
    print(f"\n{workload}: TA-Lib {talib.__version__}, ns a bar, one thread, {rounds} rounds")
    print("| indicator | TA-Lib | finstage | ratio |\n|---|---|---|---|")
    for name in own:
        print(f"| {name} | {theirs[name]:.2f} | {own[name]:.2f} | {theirs[name] / own[name]:.2f} |")
    judged = list(own)[:JUDGED]
    print(f"{len(judged)} judged: geometric mean of the ratios "
          f"{geometric([theirs[n] / own[n] for n in judged]):.2f}; arithmetic mean "
          f"{sum(theirs[n] for n in judged) / len(judged):.2f} and "
          f"{sum(own[n] for n in judged) / len(judged):.2f} ns")
update = own_times("update")
judged = list(update)[:JUDGED]
print(f"\nupdate: mean of {len(judged)} indicators "
      f"{sum(update[n] for n in judged) / len(judged):.1f} ns a bar")
