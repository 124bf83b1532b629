import Foundation

/// A copy of the launcher in a project of its own, with a compiler that only acts as one: a
/// source that holds the word `broken` does not compile, and every build adds a line to `builds`.
struct LauncherStage {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        for name in ["finstage", "Scripts/lib/setup.sh"] {
            let text = ProjectTree.text(of: name) ?? ""
            try folder.write(name, text, isProgram: name == "finstage")
        }
        try folder.write("Package.swift", "")
        try folder.write("Plugins/P.swift", "")
        try folder.write("Sources/finstage/Main.swift", "")
        try folder.write("Strategies/A.swift", "")
        try folder.write("Strategies/B.swift", "")
        try folder.write("tools/swift", Self.compiler, isProgram: true)
        try setInstalled(true)
    }

    /// Whether the packages that the build needs are there.
    func setInstalled(_ isInstalled: Bool) throws {
        let answer = isInstalled ? "printf installed" : "exit 1"
        try folder.write("tools/dpkg-query", "#!/bin/sh\n\(answer)\n", isProgram: true)
    }

    /// Starts the launcher; the program's output is its arguments.
    func start(_ arguments: String..., with added: [String: String] = [:]) throws -> Shell.Outcome {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let tools = folder.url.appending(path: "tools").path
        return try Shell.run(
            [folder.url.appending(path: "finstage").path] + arguments, in: folder.url,
            with: ["PATH": "\(tools):\(path)"].merging(added) { _, new in new })
    }

    /// Changes a file, late enough for the change to have a time of its own.
    func edit(_ name: String, _ text: String) throws {
        Thread.sleep(forTimeInterval: 0.03)
        try folder.write(name, text)
    }

    func delete(_ name: String) throws {
        Thread.sleep(forTimeInterval: 0.03)
        try folder.delete(name)
    }

    var builds: Int {
        let text = (try? folder.read("builds")) ?? ""
        return text.filter { $0 == "\n" }.count
    }

    private static let compiler = #"""
        #!/bin/bash
        [[ $1 == --version ]] && { echo "Swift version 6.3.1"; exit; }
        root=$3
        echo "$FINSTAGE_EXCLUDED_STRATEGIES" >>"$root/builds"
        status=0
        for file in $(grep -rl broken "$root/Sources" "$root/Strategies"); do
            [[ ,$FINSTAGE_EXCLUDED_STRATEGIES, == *,$(basename "$file"),* ]] && continue
            echo "$file:1:5: error: cannot find 'broken' in scope"
            echo "1 | let broken"
            echo
            status=1
        done
        [[ $status == 0 ]] || { echo "error: emit-module command failed"; exit 1; }
        mkdir -p "$root/.build/release"
        printf '#!/bin/sh\nprintf "%%s\\n" "$@"\n' >"$root/.build/release/$7"
        chmod +x "$root/.build/release/$7"

        """#
}
