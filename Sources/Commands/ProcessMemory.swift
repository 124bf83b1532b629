import Foundation

/// The resident memory of this process, as Linux counts it.
package enum ProcessMemory {
    /// The largest so far, or since it was last forgotten, in MB; 0 where the system does not tell.
    package static var peakMegabytes: Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
        return kilobytes.flatMap { Double($0) }.map { $0 / 1_024 } ?? 0
    }

    /// Counts the largest anew from now on.
    package static func forgetPeak() {
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }
}
