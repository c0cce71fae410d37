import Foundation

/// Runs damaged copies of programs in ours, which must end each in an ordinary way and in time.
struct MutantRun {
    let options: Options
    private let ours: ProgramProcess

    /// Seconds that a mutant may take: many loop for ever.
    private static let limit = 2
    /// Seconds on top until a process counts as one that cannot be interrupted.
    private static let patience = 20.0
    /// Mutants that share a process, like the cells of a note.
    private static let group = 20

    init(_ options: Options) {
        self.options = options
        ours = ProgramProcess(program: options.ours)
    }

    func run(_ folder: String) throws {
        let sources = try sources(in: folder)
        guard !sources.isEmpty else { throw UsageError("no programs in \(folder)") }
        var crashes = 0
        for first in stride(from: 0, to: options.count, by: Self.group) {
            let seeds = (first..<min(first + Self.group, options.count)).map {
                options.seed + UInt64($0)
            }
            crashes += try run(seeds, sources)
        }
        print("\(options.count) mutants ran, \(crashes) ended the process or could not be ended")
        exit(crashes == 0 ? 0 : 1)
    }

    private func sources(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".py") }.sorted()
            .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
    }

    /// Half of the mutants are made of the folder's programs, half of generated ones.
    private func mutant(of sources: [String], seed: UInt64) -> String {
        var mutation = Mutation(random: SeededRandom(seed: seed))
        if seed % 2 == 0 { return mutation.mutant(of: sources) }
        var generator = ProgramGenerator(seed: seed)
        let program = generator.program().joined(separator: "\n")
        return Harness.definitions + mutation.mutant(of: program, with: sources)
    }

    /// How many of the mutants ended the process.
    private func run(_ seeds: [UInt64], _ sources: [String]) throws -> Int {
        let folder = NSTemporaryDirectory() + "mutants-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let paths = try seeds.map { seed in
            let path = folder + "/\(seed).py"
            try mutant(of: sources, seed: seed).write(
                toFile: path, atomically: false, encoding: .utf8)
            return path
        }
        var crashes = 0
        var next = 0
        while next < paths.count {
            guard let fault = try firstFault(of: Array(paths[next...])) else { break }
            crashes += 1
            report(seeds[next + fault.index], paths[next + fault.index], fault.run)
            next += fault.index + 1
        }
        return crashes
    }

    /// The first file that ended the process in no ordinary way.
    private func firstFault(of paths: [String]) throws -> (index: Int, run: ProgramProcess.Run)? {
        var process = ours
        process.limit = Self.patience + Double(Self.limit * paths.count)
        let run = try process.run(["--limit", String(Self.limit)] + paths)
        guard run.isTimedOut || run.status > 1 else { return nil }
        let started = run.output.ranges(of: "\u{1}file ").count
        return (max(started - 1, 0), run)
    }

    private func report(_ seed: UInt64, _ path: String, _ run: ProgramProcess.Run) {
        let kept = NSTemporaryDirectory() + "mutant-\(seed).py"
        try? FileManager.default.removeItem(atPath: kept)
        try? FileManager.default.copyItem(atPath: path, toPath: kept)
        let end = run.isTimedOut ? "did not end" : "ended the process with status \(run.status)"
        print("seed \(seed) \(end): \(kept)\n    \(run.lastError)")
        fflush(nil)
    }
}
