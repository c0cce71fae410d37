import Foundation

/// Runs damaged copies of programs in ours, which must end each in an ordinary way.
struct MutantRun {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run(_ folder: String) throws {
        let paths = (try FileManager.default.subpathsOfDirectory(atPath: folder))
            .filter { $0.hasSuffix(".py") }.sorted()
        let sources = try paths.map {
            try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
        }
        guard !sources.isEmpty else { throw UsageError("no programs in \(folder)") }
        let ours = ProgramProcess(program: options.ours, limit: 300)
        var crashes = 0
        for first in stride(from: 0, to: options.count, by: options.batch) {
            let seeds = first..<min(first + options.batch, options.count)
            let programs = seeds.map { mutant(of: sources, seed: options.seed + UInt64($0)) }
            crashes += try report(programs, from: first, ours)
        }
        print("\(options.count) mutants ran, \(crashes) ended the process")
        exit(crashes == 0 ? 0 : 1)
    }

    private func mutant(of sources: [String], seed: UInt64) -> String {
        var mutation = Mutation(random: SeededRandom(seed: seed))
        return mutation.mutant(of: sources)
    }

    private func report(
        _ programs: [String], from first: Int, _ ours: ProgramProcess
    ) throws -> Int {
        let outputs = try Batch(programs: programs.map { [$0] }).run(with: ours).outputs
        var crashes = 0
        for (index, output) in outputs.enumerated() where output.contains("the process ended:") {
            crashes += 1
            print("--- seed \(options.seed + UInt64(first + index))")
            print(programs[index])
            print(output.suffix(200))
            fflush(nil)
        }
        return crashes
    }
}
