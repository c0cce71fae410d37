/// Measures several commands in turn, so that whatever disturbs the machine disturbs all of them.
struct Rounds {
    var count: Int

    func measure(_ commands: [Command]) throws -> [Sample] {
        // The first run finds files that are not in memory yet, and fills the caches; it does not count.
        for command in commands { try check(ChildProcess.run(command), of: command) }
        var runs = commands.map { _ in [ChildProcess.Run]() }
        for _ in 0..<count {
            for (index, command) in commands.enumerated() {
                runs[index].append(try ChildProcess.run(command))
            }
        }
        return runs.map(Sample.init)
    }

    /// A note with a failing cell ends with 1 and still has its page; worse than that is not worth measuring.
    private func check(_ run: ChildProcess.Run, of command: Command) throws {
        guard run.status > 1 else { return }
        throw BenchmarkError("it ended with status \(run.status): \(command.text)")
    }
}
