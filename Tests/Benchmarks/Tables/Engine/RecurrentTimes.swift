/// What recurrent layers take in one library: seconds of a forward pass and of a training step.
struct RecurrentTimes {
    struct Subject: Hashable {
        let size: RecurrentSize
        let cell: RecurrentCell
    }

    struct Pair {
        var forward: Double
        var training: Double
    }

    private(set) var pairs: [Subject: Pair] = [:]

    /// Takes in the lines of a run; the faster of two runs counts, since disturbances only add time.
    mutating func add(_ lines: [[Substring]]) throws {
        for line in lines {
            let sizes = line.prefix(5).compactMap { Int($0) }
            guard line.count == 8, sizes.count == 5,
                let cell = RecurrentCell(rawValue: "\(line[5])"),
                let forward = Double(line[6]), let training = Double(line[7])
            else { throw BenchmarkError("unexpected line: \(line.joined(separator: " "))") }
            let size = RecurrentSize(
                n: sizes[0], t: sizes[1], d: sizes[2], h: sizes[3], layers: sizes[4])
            let subject = Subject(size: size, cell: cell)
            let before = pairs[subject]
            pairs[subject] = Pair(
                forward: min(forward, before?.forward ?? forward),
                training: min(training, before?.training ?? training))
        }
    }
}
