import Testing

/// The conventions that a machine can hold. A message is `path:line: what`.
@Suite("The code is tidy")
struct TidyTests {
    @Test("files are where they are looked for")
    func findsFiles() {
        #expect(ProjectTree.shipped.count > 20, "only \(ProjectTree.shipped.count) files found")
    }

    @Test("imports are those of the module table")
    func imports() { expectNone(ProjectTree.shipped, ImportCheck.findings) }

    @Test("no file is longer than 500 lines")
    func fileSizes() { expectNone(ProjectTree.all, SizeCheck.files) }

    @Test("no function is longer than 60 lines")
    func functionSizes() { expectNone(ProjectTree.all, SizeCheck.functions) }

    @Test("no line is longer than 100 columns")
    func lineSizes() { expectNone(ProjectTree.all, SizeCheck.lines) }

    @Test("no try! and no fatalError")
    func forcedErrors() { expectNone(ProjectTree.shipped, BanCheck.forcedErrors) }

    @Test("no force unwraps")
    func forcedUnwraps() { expectNone(ProjectTree.shipped, BanCheck.forcedUnwraps) }

    @Test("nothing is left to do")
    func leftovers() { expectNone(ProjectTree.shipped, BanCheck.leftovers) }

    @Test("libraries do not print")
    func printing() { expectNone(ProjectTree.shipped, BanCheck.printing) }

    @Test("time and chance come from outside")
    func clocksAndChance() { expectNone(ProjectTree.shipped, BanCheck.clocksAndChance) }

    @Test("type names say what they are")
    func typeNames() { expectNone(ProjectTree.shipped, TypeCheck.names) }

    @Test("one public type a file")
    func publicTypes() { expectNone(ProjectTree.shipped, TypeCheck.publicTypes) }

    @Test("no public type shares a module's name")
    func moduleNames() { expectNone(ProjectTree.shipped, TypeCheck.moduleNames) }

    private func expectNone(_ files: [SourceFile], _ check: (SourceFile) -> [String]) {
        for finding in files.flatMap(check) { Issue.record("\(finding)") }
    }
}
