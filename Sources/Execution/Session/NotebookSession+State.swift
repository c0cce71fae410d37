import Diagnostics
import Foundation
import Notebooks
import PythonModules
import PythonRuntime

// A session between two cells, as it can be written down and gone on with.

extension NotebookSession: InterpreterState.Part {
    /// The session's own objects: the history, which its names need not hold any more.
    package var surroundings: InterpreterState.Surroundings {
        InterpreterState.Surroundings(
            origins: notebook.cells.map { $0.source.origin ?? LineOrigin(lines: []) },
            objects: [history.out, history.inputs], ownsName: ResultHistory.owns)
    }

    /// What the session knows besides its interpreter.
    private struct Facts: Codable {
        let number: Int
        let prelude: [String]
        let hasStopped: Bool
        let diagnostics: [Diagnostic]
        /// The numbers of the cells that have run, by their places.
        let numbers: [Int: Int]
        let summaries: [String: VariableSummary]
    }

    package func store(in writer: StateWriter) throws {
        var numbers: [Int: Int] = [:]
        for (place, cell) in notebook.cells.enumerated() {
            numbers[place] = cell.source.origin.flatMap { self.numbers[$0] }
        }
        try writer.write(
            encoded: Facts(
                number: number, prelude: prelude, hasStopped: hasStopped,
                diagnostics: writer.isComparison ? [] : diagnostics, numbers: numbers,
                summaries: listing.known.mapValues(\.summary)))
        for name in listing.known.keys.sorted() {
            try writer.write(listing.known[name]?.value ?? .none)
        }
    }

    package func restore(from reader: StateReader) throws {
        let facts: Facts = try reader.decoded()
        (number, prelude, hasStopped) = (facts.number, facts.prelude, facts.hasStopped)
        diagnostics = facts.diagnostics
        numbers = [:]
        for (place, number) in facts.numbers where notebook.cells.indices.contains(place) {
            if let origin = notebook.cells[place].source.origin { numbers[origin] = number }
        }
        listing.known = [:]
        for (name, summary) in facts.summaries.sorted(by: { $0.key < $1.key }) {
            listing.known[name] = (try reader.value(), summary)
        }
    }
}

extension NotebookSession {
    /// The session as bytes, and its essence where the words of the cells to come are given. Throws `Unstorable`
    /// where something of it has no form, or takes more room.
    func state(limit: Int, words: Set<String>?) throws -> (state: [UInt8], essence: [UInt8]?) {
        try withFreshSession {
            try InterpreterState.bytes(of: self, beside: $0, limit: limit, words: words)
        }
    }

    /// What decides how the session goes on as long as nothing reads its history. Throws `Unstorable` where
    /// something of it has no form, or takes more room.
    func essence(limit: Int, words: Set<String>) throws -> [UInt8] {
        try withFreshSession {
            try InterpreterState.essence(of: self, beside: $0, limit: limit, words: words)
        }
    }

    private func withFreshSession<Result>(_ body: (NotebookSession) throws -> Result) rethrows
        -> Result
    {
        let python = Interpreter()
        defer { python.close() }
        return try body(NotebookSession(notebook, options: options, in: python))
    }
}
