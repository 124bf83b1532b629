import Foundation
import Testing

@Suite("The launcher")
struct LauncherTests {
    @Test(
        "is a script that bash can read",
        arguments: [
            "finstage", "Scripts/test", "Scripts/install", "Scripts/bench", "Scripts/lib/setup.sh",
            ".ci/run",
        ])
    func syntax(script: String) throws {
        let outcome = try Shell.run(["bash", "-n", script])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test(
        "can be started",
        arguments: ["finstage", "Scripts/test", "Scripts/install", "Scripts/bench", ".ci/run"])
    func isExecutable(script: String) {
        let path = ProjectTree.root.appending(path: script).path
        #expect(FileManager.default.isExecutableFile(atPath: path))
    }

    @Test("passes every argument on as it is")
    func passesArguments() throws {
        let arguments = ["backtest", "two words", "", "--param", "fast=5...50", "*", "$HOME"]
        let outcome = try Shell.run(
            ["./finstage"] + arguments, with: ["FINSTAGE_BINARY": "/bin/echo"])
        #expect(outcome.output == arguments.joined(separator: " ") + "\n")
        #expect(outcome.status == 0)
    }

    @Test("hands the program's status back, and tells it the root")
    func passesStatus() throws {
        let folder = try ScratchFolder()
        defer { folder.remove() }
        try folder.write("program", "#!/bin/sh\necho $FINSTAGE_ROOT\nexit 64\n", isProgram: true)
        let program = folder.url.appending(path: "program").path
        let outcome = try Shell.run(["./finstage"], with: ["FINSTAGE_BINARY": program])
        #expect(outcome.status == 64)
        #expect(outcome.output.hasSuffix(ProjectTree.root.lastPathComponent + "\n"))
    }

    @Test("builds when a source is newer, came or went, and not otherwise")
    func buildsWhenStale() throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        var builds: [Int] = []
        func start() throws {
            let outcome = try stage.start("list", "a b")
            #expect(outcome.output == "list\na b\n", "\(outcome.errors)")
            builds.append(stage.builds)
        }
        try start()
        try start()
        try stage.edit("Sources/finstage/Main.swift", "// changed")
        try start()
        try stage.edit("Strategies/New.swift", "")
        try start()
        try stage.delete("Strategies/New.swift")
        try start()
        try start()
        #expect(builds == [1, 1, 2, 3, 4, 4])
    }

    @Test("builds a source that came back with an older time")
    func buildsOlderSource() throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        let name = "Strategies/A.swift"
        _ = try stage.start("x")
        try stage.edit(name, "// changed")
        _ = try stage.start("x")
        try stage.edit(name, "")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -86_400)],
            ofItemAtPath: stage.folder.url.appending(path: name).path)
        _ = try stage.start("x")
        _ = try stage.start("x")
        #expect(stage.builds == 3)
    }

    @Test("leaves a strategy out that does not compile, until it changes")
    func leavesStrategyOut() throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        try stage.edit("Strategies/B.swift", "let broken")
        let first = try stage.start("x")
        #expect(first.errors.contains("Strategies/B.swift:1:5: error: cannot find 'broken'"))
        #expect(first.errors.contains("Strategies/B.swift is left out"))
        #expect(first.output == "x\n" && stage.builds == 2)
        let second = try stage.start("x")
        #expect(second.errors.contains("Strategies/B.swift is left out"))
        #expect(stage.builds == 2)
        try stage.edit("Strategies/A.swift", "// changed")
        _ = try stage.start("x")
        #expect(stage.builds == 3)
        try stage.edit("Strategies/B.swift", "let whole")
        let last = try stage.start("x")
        #expect(!last.errors.contains("left out") && last.output == "x\n")
        #expect(try stage.folder.read("builds") == "\nB.swift\nB.swift\n\n")
    }

    @Test("builds the program of a command alone")
    func threePrograms() throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        var builds: [Int] = []
        let commands = [
            ["backtest"], ["live"], ["help", "promote"], ["signals"], ["backtest"],
            ["help", "indicators"], ["bench", "report"], ["bench", "runner"],
        ]
        for words in commands {
            let outcome = try stage.start(words[0], words.count > 1 ? words[1] : "x")
            #expect(outcome.status == 0, "\(outcome.errors)")
            builds.append(stage.builds)
        }
        #expect(builds == [1, 2, 2, 2, 2, 3, 3, 3])
        for program in ["finstage", "finstage-lab", "finstage-service"] {
            #expect(stage.folder.hasProgram(".build/release/\(program)"), "\(program)")
        }
    }

    /// The program's own table, which hands on what another program has: words and program.
    static let table: [(words: String, program: String)] = {
        let text = ProjectTree.text(of: "Sources/Commands/SisterProgram.swift") ?? ""
        return text.matches(of: /"([a-z -]+)": \.(lab|service),/).map {
            (String($0.1), "finstage-\($0.2)")
        }
    }()

    @Test("and the program that is built agree on which command is whose", arguments: table)
    func places(place: (words: String, program: String)) throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        let words = place.words.split(separator: " ").map(String.init)
        let outcome = try stage.start(words[0], words.count > 1 ? words[1] : "x")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(stage.folder.hasProgram(".build/release/\(place.program)"))
    }

    @Test("has no command of another program that the program that is built does not know")
    func everyPlace() {
        let launcher = ProjectTree.text(of: "finstage") ?? ""
        let cases = launcher.split(separator: "program_of() {").last?.split(separator: "esac").first
        let words = (cases ?? "").matches(of: /[a-z-]+(?= \||\)\n)/)
            .map { String($0.0) }.filter { $0 != "finstage-service" }
        let known = Set(Self.table.flatMap { $0.words.split(separator: " ").map(String.init) })
        #expect(words.count > 10 && known.isSuperset(of: words), "\(words)")
    }

    @Test("stops at an error elsewhere, with what the compiler said")
    func stopsAtError() throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        try stage.edit("Sources/finstage/Main.swift", "let broken")
        try stage.edit("Strategies/B.swift", "let broken")
        let outcome = try stage.start("x")
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("Main.swift:1:5: error: cannot find 'broken' in scope"))
    }

    @Test("names the packages that are missing, and installs nothing unasked")
    func missingPackages() throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        try stage.setInstalled(false)
        let outcome = try stage.start("x")
        #expect(outcome.status == 1 && stage.builds == 0)
        #expect(
            outcome.errors.contains(
                "apt-get install --yes libsqlite3-dev libcurl4-openssl-dev libopenblas-dev "
                    + "libssl-dev"))
    }

    @Test("installs the missing packages with --yes, and with CI=true", arguments: [true, false])
    func installsPackages(byArgument: Bool) throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        try stage.setInstalled(false)
        let record = "#!/bin/sh\necho \"$@\" >>\"$FINSTAGE_ROOT/installed\"\n"
        try stage.folder.write("tools/apt-get", record, isProgram: true)
        let sudo = "#!/bin/sh\nexec \"$@\"\n"
        try stage.folder.write("tools/sudo", sudo, isProgram: true)
        let outcome =
            try byArgument ? stage.start("x", "--yes") : stage.start("x", with: ["CI": "true"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let installed = try stage.folder.read("installed")
        #expect(installed.contains("libsqlite3-dev libcurl4-openssl-dev"))
    }

    @Test("runs what was built where the toolchain is gone, and says when that is old")
    func toolchainGone() throws {
        let stage = try LauncherStage()
        defer { stage.folder.remove() }
        _ = try stage.start("x")
        try stage.delete("tools/swift")
        try stage.edit("Sources/finstage/Main.swift", "// changed")
        let bare = try toolsWithoutSwift(stage)
        let variables = ["PATH": bare, "FINSTAGE_TOOLCHAINS": ""]
        let old = try stage.start("x", with: variables)
        #expect(old.output == "x\n" && old.errors.contains("no Swift"), "\(old.errors)")
        try stage.delete(".build")
        let none = try stage.start("x", with: variables)
        #expect(none.status == 1 && none.errors.contains("Install Swift 6.3"), "\(none.errors)")
    }

    /// A folder with the system's tools that the launcher uses, and no compiler.
    private func toolsWithoutSwift(_ stage: LauncherStage) throws -> String {
        let folder = stage.folder.url.appending(path: "bare")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for tool in ["env", "bash", "sh", "dirname", "readlink", "find", "cat", "sed"] {
            let found = ["/usr/bin/", "/bin/"].map { $0 + tool }.first(where: ProjectTree.isFile)
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: tool).path,
                withDestinationPath: #require(found, "no \(tool) here"))
        }
        return folder.path
    }
}
