import Glibc

/// How fast programs run, next to `python3` in the same rounds. Each is a file of `Programs/` whose first line
/// says what it does; a new program is a new file.
struct PythonPrograms: BenchmarkTable {
    /// Seen from the root of the package, where `make` works.
    private static let folder = "Tests/Benchmarks/Programs"
    /// The fastest of so many runs counts, since disturbances only add time; more would not tell more.
    private static let mostRuns = 7

    let title = "Python programs: seconds of the fastest run, and how many times as fast as python3"

    func measure(_ bench: Bench) throws -> TextTable {
        let subjects = try subjects(bench)
        let own = subjects.map { Command(bench.options.pythonRunner, [$0.path]) }
        let python = Machine.python.map { python in subjects.map { Command(python, [$0.path]) } }
        let runs = min(bench.options.runs, Self.mostRuns)
        let samples = try Rounds(count: runs).measure(own + (python ?? [])).map(\.fastest)
        let ownTimes = Array(samples.prefix(subjects.count))
        guard python != nil else { return table(subjects, ownTimes) }
        return table(subjects, zip(ownTimes, samples.dropFirst(subjects.count)).map(Times.init))
    }

    private struct Subject {
        var name: String
        var path: String
    }

    /// The first is the empty program, whose time is the start-up in all the others'.
    private func subjects(_ bench: Bench) throws -> [Subject] {
        let empty = try bench.scratch.write("", to: "empty.py")
        return [Subject(name: "(start-up)", path: empty)]
            + Files.named(".py", in: Self.folder).map {
                Subject(name: Files.title(of: $0), path: $0)
            }
    }

    /// Where there is no python3, our own times are all there is.
    private func table(_ subjects: [Subject], _ seconds: [Double]) -> TextTable {
        var table = TextTable(columns: ["(python3 is missing here)", "seconds", "net"])
        for (subject, time) in zip(subjects, seconds) {
            table.add([subject.name, time.fixed(3), max(time - seconds[0], 0).fixed(3)])
        }
        return table
    }

    private func table(_ subjects: [Subject], _ times: [Times]) -> TextTable {
        let startUp = times[0]
        let net = times.dropFirst().map { $0 - startUp }
        var table = TextTable(
            columns: ["", "seconds", "python3", "×", "net", "python3 net", "× net"])
        table.add([subjects[0].name] + startUp.columns + ["", "", ""])
        for (index, subject) in subjects.dropFirst().enumerated() {
            table.add([subject.name] + times[index + 1].columns + net[index].columns)
        }
        let whole = times.dropFirst().map(\.ratio)
        table.add(["(geometric mean)", "", "", whole.mean, "", "", net.map(\.ratio).mean])
        table.add(["(the least)", "", "", whole.least, "", "", net.map(\.ratio).least])
        return table
    }

    /// What one program takes here and in python3, in seconds.
    private struct Times {
        var own: Double
        var python: Double

        var ratio: Double { python / own }
        var columns: [String] { [own.fixed(3), python.fixed(3), ratio.fixed(2)] }

        /// Without the start-up; a clock tick remains of what takes no longer than that.
        static func - (times: Times, startUp: Times) -> Times {
            Times(
                own: max(times.own - startUp.own, 1e-6),
                python: max(times.python - startUp.python, 1e-6))
        }
    }
}

extension Collection<Double> {
    /// The geometric mean: what a ratio is on average, whichever of the two is divided by the other.
    fileprivate var mean: String {
        guard !isEmpty else { return "" }
        return exp(map(log).reduce(0, +) / Double(count)).fixed(2)
    }

    fileprivate var least: String { self.min().map { $0.fixed(2) } ?? "" }
}
