import Foundation

/// Makes programs from seeds, runs them in both Pythons, and tells what differs, one example for each cause.
struct RandomComparison {
    let options: Options
    private let comparison: Comparison

    init(_ options: Options) throws {
        self.options = options
        comparison = Comparison(
            reference: ProgramProcess(program: try Programs.path(of: options.reference)),
            ours: ProgramProcess(program: try Programs.path(of: options.ours)))
    }

    func run() throws {
        var found: [String: (count: Int, seed: UInt64, example: Difference)] = [:]
        var differing = 0
        for first in stride(from: 0, to: options.count, by: options.batch) {
            let seeds = (first..<min(first + options.batch, options.count)).map {
                options.seed + UInt64($0)
            }
            let programs = seeds.map { seed in
                var generator = ProgramGenerator(seed: seed)
                return generator.program()
            }
            for (index, difference) in try comparison.differences(of: programs) {
                differing += 1
                found[difference.kind, default: (0, seeds[index], difference)].count += 1
            }
        }
        if !options.shrinks {
            for (_, group) in found.sorted(by: { $0.value.count > $1.value.count }) {
                show(group.example, group.count, group.seed)
            }
            found = [:]
        }
        for (_, group) in found.sorted(by: { $0.value.count > $1.value.count }) {
            try report(group.example, group.count, group.seed)
        }
        print("\(options.count) programs ran, \(differing) differed")
        exit(differing == 0 ? 0 : 1)
    }

    private func report(_ difference: Difference, _ count: Int, _ seed: UInt64) throws {
        show(try Shrinker(comparison: comparison).shrink(difference), count, seed)
    }

    private func show(_ small: Difference, _ count: Int, _ seed: UInt64) {
        print("--- \(count) times, first with seed \(seed)")
        print(
            (options.shrinks ? small.program[...] : small.program.suffix(1)).joined(separator: "\n")
        )
        print("CPython: \(small.lines.expected)")
        print("ours:    \(small.lines.actual)")
        fflush(nil)
    }
}

/// Where programs stand.
enum Programs {
    /// The path of a program that is named, or on the PATH. What is called `python3` may be a script that looks
    /// for one: it is asked.
    static func path(of name: String) throws -> String {
        if name.contains("/") { return name }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name, "-c", "import sys; print(sys.executable)"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let path = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if path.isEmpty { throw UsageError("no \(name) on the PATH") }
        return path
    }
}
