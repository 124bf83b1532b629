import Foundation
import Testing

/// `Scripts/finstage_reader.py`: what Finstage keeps, as frames.
@Suite("The reader for Python")
struct ReaderTests {
    private let program: Program

    init() throws { program = try Program() }

    /// Runs a few lines of Python after the import of the reader.
    private func python(_ lines: String) throws -> Program.Outcome {
        try PythonReader.run(["-c", "import finstage_reader as F\n" + lines], in: program)
    }

    @Test(
        "series, nodes, trades and equity are frames of UTC times with units, by mapped memory",
        .enabled(if: PythonReader.hasFrames, PythonReader.remedy))
    func frames() throws {
        defer { program.discard() }
        for symbols in ["AAPL", "AAPL,MSFT"] {
            let run = try program.run(
                "backtest", "SmaCross", "--symbol", symbols, "--quiet", "--reports", "none")
            #expect(run.status == 0, "\(run.complaint)")
        }
        let outcome = try python(
            """
            def place(column):
                return column.chunk(0).buffers()[1].address
            raw = F.series("AAPL", frame="arrow")
            one, two = (next(run["run"] for run in F.runs() if len(run["figures"]) == count)
                        for count in (1, 2))
            reads = [lambda kind: F.series("AAPL", frame=kind),
                     lambda kind: F.nodes("SmaCross", "AAPL", frame=kind),
                     lambda kind: F.equity(two, "AAPL", frame=kind),
                     lambda kind: F.trades(two, "MSFT", frame=kind)]
            for read in reads:
                arrow, pandas, polars = read("arrow"), read("pandas"), read("polars")
                assert list(pandas.columns) == polars.columns == arrow.column_names
                assert len(pandas) == polars.height == arrow.num_rows > 20
                name = "entry_time" if "entry_time" in polars.columns else "time"
                assert str(pandas[name].dtype) == "datetime64[us, UTC]", pandas.dtypes
                assert str(polars.schema[name]) == "Datetime(time_unit='us', time_zone='UTC')"
                assert pandas[name].is_monotonic_increasing
                unit = F.columns(arrow)[0]["unit"] or F.columns(arrow)[1]["unit"]
                assert unit, arrow.schema
            import polars as pl
            for name in ["close", "volume"]:
                values = raw.to_pandas(split_blocks=True)[name].values
                assert values.__array_interface__["data"][0] == place(raw[name])
                assert pl.from_arrow(raw, rechunk=False)[name].to_arrow().buffers()[1].address \\
                    == place(raw[name])
            assert not F.series("AAPL")["close"].values.flags.writeable
            bars, values = F.series("AAPL"), F.nodes("SmaCross", "AAPL")
            curve, made = F.equity(one), F.trades(one)
            assert (bars["time"] == values["time"]).all() and (bars["time"] == curve["time"]).all()
            assert (values["equity"] == curve["equity"]).all()
            assert F.table(one, "equity")["equity"].equals(curve["equity"])
            assert abs(100000 + made["profit"].sum() - curve["equity"].iloc[-1]) < 1e-3
            assert set(F.table(one, "metrics")["metric"]) > {"sharpe_annualized"}
            for name in F._TABLES:
                F.table(one, name, frame="polars")
            print("done")
            """)
        #expect(outcome.output == "done\n", "\(outcome.complaint)")
    }

    @Test(
        "an error is the program's own, or says what is meant",
        .enabled(if: PythonReader.hasFrames, PythonReader.remedy))
    func errors() throws {
        defer { program.discard() }
        let run = try program.run(
            "backtest", "SmaCross", "--symbol", "AAPL,MSFT", "--quiet", "--reports", "none")
        #expect(run.status == 0, "\(run.complaint)")
        let calls: [(call: String, words: String)] = [
            ("F.series('APPL')", "AAPL"), ("F.equity()", "has AAPL, MSFT; say which: symbol="),
            ("F.equity('last', 'IBM')", "has AAPL, MSFT, not IBM"),
            ("F.table('last', 'trade')", "it has trades, orders"),
            ("F.series('AAPL', frame='numpy')", "frame is 'pandas', 'polars' or 'arrow'"),
            ("F.nodes('SmaCros', 'AAPL')", "did you mean 'SmaCross'"),
        ]
        for (call, words) in calls {
            let told = try python(
                "try: \(call)\nexcept F.FinstageError as error: print(error)")
            #expect(told.output.contains(words), "\(call): \(told.output)\(told.complaint)")
        }
    }

    @Test(
        "without pyarrow it says what to install",
        .enabled(if: PythonReader.isThere, "there is no python3"))
    func withoutLibraries() throws {
        defer { program.discard() }
        let script = Program.root.appending(path: "Scripts/finstage_reader.py").path
        let told = try PythonReader.run(["-S", script, "series", "AAPL"], in: program)
        #expect(told.status == 1)
        #expect(told.complaint.contains("pip install pyarrow"), "\(told.complaint)")
    }
}
