/// How long a note takes from a cold process to its finished page, and how much memory.
struct NotePages: BenchmarkTable {
    /// A reader who saves a note should see its page before noticing a wait.
    static let timeBudget = 0.150
    /// In bytes: a small machine runs the program beside a browser.
    static let memoryBudget = 100e6

    let title = "From a note to its page: a process from its start to the finished file"

    func measure(_ bench: Bench) throws -> TextTable {
        let subjects = try subjects(bench)
        let samples = try Rounds(count: bench.options.runs).measure(subjects.map(\.command))
        let yardstick = bench.yardstick == nil ? nil : samples.last
        var table = TextTable(
            columns: [
                "", "ms", "fastest", "of \(Int(Self.timeBudget * 1e3)) ms",
                "MB", "of \(Int(Self.memoryBudget / 1e6)) MB", "× python3",
            ])
        for (subject, sample) in zip(subjects, samples) {
            table.add([
                subject.name,
                (sample.median * 1e3).fixed(1),
                (sample.fastest * 1e3).fixed(1),
                (sample.median / Self.timeBudget).fixed(2),
                (sample.peakMemory / 1e6).fixed(1),
                (sample.peakMemory / Self.memoryBudget).fixed(2),
                yardstick.map { (sample.median / $0.median).fixed(2) } ?? "",
            ])
        }
        return table
    }

    private struct Subject {
        var name: String
        var command: Command
    }

    /// The empty note shows the start-up, the one cell what Python adds, the empty cache what is saved for later.
    private func subjects(_ bench: Bench) throws -> [Subject] {
        let empty = try bench.scratch.write("Nothing to run.\n", to: "empty.md")
        let cell = try bench.scratch.write("```python\n1 + 1\n```\n", to: "cell.md")
        var subjects = [
            Subject(name: "(a note without cells)", command: bench.page(of: empty)),
            Subject(name: "(one small cell)", command: bench.page(of: cell)),
        ]
        if let first = bench.notes.first {
            var uncached = bench.page(of: first, caching: "new")
            uncached.prepare = { bench.scratch.remove("new") }
            subjects.append(Subject(name: "(the first below, nothing cached)", command: uncached))
        }
        subjects += bench.notes.map {
            Subject(name: Files.name(of: $0), command: bench.page(of: $0))
        }
        if let yardstick = bench.yardstick {
            subjects.append(Subject(name: "(python3 -c pass)", command: yardstick))
        }
        return subjects
    }
}
