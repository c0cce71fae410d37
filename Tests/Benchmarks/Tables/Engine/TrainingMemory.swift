/// How much memory a training step needs, next to what it cannot do without.
struct TrainingMemory: BenchmarkTable {
    let title = "Memory of a training step, in MB: what it must keep, and what the process grew by"

    func measure(_ bench: Bench) throws -> TextTable {
        var table = TextTable(
            columns: ["", "parameters", "gradients", "slots", "activations", "all", "grew by", "×"])
        for cell in RecurrentCell.allCases {
            let count = Count(cell, .largest)
            let idle = try peak(cell, trains: false, bench)
            let grown = try peak(cell, trains: true, bench) - idle + count.parameters
            table.add(
                ["\(RecurrentSize.largest.name) \(cell.rawValue)"]
                    + [
                        count.parameters, count.gradients, count.slots, count.activations,
                        count.all, grown,
                    ].map { ($0 / 1e6).fixed(1) }
                    + [(grown / count.all).fixed(2)])
        }
        return table
    }

    private func peak(_ cell: RecurrentCell, trains: Bool, _ bench: Bench) throws -> Double {
        let size = RecurrentSize.largest
        let script = Script(
            file: "memory.py",
            definitions: [
                "trains = \(trains ? "True" : "False")", "cell = \"\(cell.rawValue)\"",
                "size = (\(size.n), \(size.t), \(size.d), \(size.h))",
            ])
        return try script.peakMemory(with: bench.options.pythonRunner, in: bench.scratch)
    }

    /// Bytes of float32 numbers. Of every step are kept the gates, h, and the carry c of an LSTM or the part of
    /// h·U that a GRU's reset gate scales.
    private struct Count {
        let parameters: Double
        let activations: Double

        init(_ cell: RecurrentCell, _ size: RecurrentSize) {
            let width = cell.gates * size.h
            let biases = cell == .gated ? 2 : 1
            parameters = 4 * Double(width * (size.d + size.h + biases))
            let kept = cell == .simple ? size.h : width + 2 * size.h
            activations = 4 * Double(size.n * size.t * kept)
        }

        var gradients: Double { parameters }
        /// Adam's two.
        var slots: Double { 2 * parameters }
        var all: Double { parameters + gradients + slots + activations }
    }
}
