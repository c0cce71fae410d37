/// How fast recurrent layers run and train, next to TensorFlow and PyTorch in the same rounds.
struct RecurrentLayers: BenchmarkTable {
    /// Each library is started so many times, taking turns.
    private static let rounds = 3

    let title =
        "Recurrent layers: milliseconds, and how many times as fast as the best of the others"

    func measure(_ bench: Bench) throws -> TextTable {
        let libraries = libraries(bench)
        var times = libraries.map { _ in RecurrentTimes() }
        for _ in 0..<min(Self.rounds, bench.options.runs) {
            for (index, library) in libraries.enumerated() {
                try times[index].add(library.script.run(with: library.program, in: bench.scratch))
            }
        }
        let peak = MachinePeak.measured
        var table = TextTable(
            columns: ["", ""] + libraries.map(\.name) + (libraries.count > 1 ? ["×"] : [])
                + ["% of peak"])
        for size in RecurrentSize.all {
            for cell in RecurrentCell.allCases {
                let found = times.compactMap { $0.pairs[.init(size: size, cell: cell)] }
                guard found.count == libraries.count else { continue }
                let name = "\(size.name) \(cell.rawValue)"
                let operations = size.operations(gates: cell.gates) / peak
                let share = size.layers == 1 ? (operations / found[0].forward * 100).fixed(0) : ""
                table.add([name, "forward"] + columns(found.map(\.forward)) + [share])
                table.add(["", "training"] + columns(found.map(\.training)) + [""])
            }
        }
        return table
    }

    /// Milliseconds, and the ratio where there is something to compare.
    private func columns(_ seconds: [Double]) -> [String] {
        let others = seconds.dropFirst().min()
        return seconds.map { ($0 * 1e3).fixed(2) }
            + [others.map { ($0 / seconds[0]).fixed(2) }].compactMap { $0 }
    }

    private struct Library {
        var name: String
        var program: String
        var script: Script
    }

    private func libraries(_ bench: Bench) -> [Library] {
        let sizes = "sizes = [\(RecurrentSize.all.map(\.python).joined(separator: ", "))]"
        func tensorFlow(_ name: String, _ program: String, mode: String) -> Library {
            Library(
                name: name, program: program,
                script: Script(
                    file: "recurrent_tensorflow.py",
                    definitions: ["mode = \"\(mode)\"", sizes]))
        }
        let own = [tensorFlow("nbrun", bench.options.pythonRunner, mode: "eager")]
        guard let peers = bench.options.peers else { return own }
        return own + [
            tensorFlow("tf eager", peers, mode: "eager"),
            tensorFlow("tf.function", peers, mode: "function"),
            Library(
                name: "PyTorch", program: peers,
                script: Script(file: "recurrent_torch.py", definitions: [sizes])),
        ]
    }
}
