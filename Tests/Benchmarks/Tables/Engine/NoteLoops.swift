/// How fast the loops are that notes write themselves: over time steps with cells, and a network in NumPy.
struct NoteLoops: BenchmarkTable {
    private static let rounds = 3

    let title = "Loops of notes: milliseconds, and how many times as fast as in Python"

    func measure(_ bench: Bench) throws -> TextTable {
        var table = TextTable(columns: ["", "nbrun", "Python", "×"])
        let subjects = [
            ("80 steps through two SimpleRNN cells (TensorFlow)", "cell_loop.py"),
            ("1000 iterations of a character model (NumPy)", "characters.py"),
        ]
        for (name, file) in subjects {
            let script = Script(file: file)
            var (own, peer) = (Double.infinity, Double.infinity)
            for _ in 0..<min(Self.rounds, bench.options.runs) {
                own = min(own, try seconds(script, bench.options.pythonRunner, bench))
                guard let peers = bench.options.peers else { continue }
                peer = min(peer, try seconds(script, peers, bench))
            }
            let compared =
                peer < .infinity ? [(peer * 1e3).fixed(2), (peer / own).fixed(1)] : ["", ""]
            table.add([name, (own * 1e3).fixed(3)] + compared)
        }
        return table
    }

    private func seconds(_ script: Script, _ program: String, _ bench: Bench) throws -> Double {
        guard
            let word = try script.run(with: program, in: bench.scratch).first?.first,
            let seconds = Double(word)
        else { throw BenchmarkError("no time in what \(script.file) printed") }
        return seconds
    }
}
