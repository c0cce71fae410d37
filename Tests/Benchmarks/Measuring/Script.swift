import FoundationEssentials

/// A Python file of `Engine/` with the definitions it expects before it, and what it prints: numbers in lines.
struct Script {
    /// Seen from the root of the package, where `make` works.
    private static let folder = "Tests/Benchmarks/Engine"

    var file: String
    /// Lines of Python that stand before the file's own.
    var definitions: [String] = []

    /// Runs the script and returns the words of each line it printed.
    func run(with program: String, in scratch: ScratchFolder) throws -> [[Substring]] {
        let (path, output) = (try write(to: scratch), scratch.path("printed.txt"))
        var command = Command(program, [path], environment: ["TF_CPP_MIN_LOG_LEVEL": "3"])
        command.output = output
        let run = try ChildProcess.run(command)
        guard run.status == 0 else {
            throw BenchmarkError("it ended with status \(run.status): \(command.text)")
        }
        let printed = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
        return printed.split(separator: "\n").map { $0.split(separator: " ") }
    }

    /// The most that was resident at once while the script ran, in bytes.
    func peakMemory(with program: String, in scratch: ScratchFolder) throws -> Double {
        try ChildProcess.run(Command(program, [try write(to: scratch)])).peakMemory
    }

    private func write(to scratch: ScratchFolder) throws -> String {
        let own = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
        return try scratch.write(
            (definitions + [own]).joined(separator: "\n"), to: "measured_\(file)")
    }
}
