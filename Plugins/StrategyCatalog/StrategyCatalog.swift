import Foundation
import PackagePlugin

/// Lists every strategy file of the target, so that a new file is in the catalogue by being there.
@main
struct StrategyCatalog: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target.sourceModule else { return [] }
        let files = target.sourceFiles(withSuffix: ".swift").map(\.url)
        let output = context.pluginWorkDirectoryURL.appending(path: "StrategyCatalog.swift")
        return [
            .buildCommand(
                displayName: "Listing the strategies",
                executable: try context.tool(named: "strategy-catalog").url,
                arguments: [output.path] + files.map(\.path), inputFiles: files,
                outputFiles: [output])
        ]
    }
}
