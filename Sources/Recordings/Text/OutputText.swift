import Notebooks

/// What a cell showed as one text, the way authors record it: printed lines, then the value.
package enum OutputText {
    /// The text of a cell's outputs; warnings and other text for standard error are not part of it.
    package static func text(of run: CellRun) -> String {
        var pieces: [String] = []
        for output in run.outputs {
            guard let piece = text(of: output), !piece.isEmpty else { continue }
            if let last = pieces.last, !last.endsLine { pieces.append("\n") }
            pieces.append(piece)
        }
        let text = pieces.joined()
        return text.endsLine ? String(text.dropLast()) : text
    }

    private static func text(of output: CellOutput) -> String? {
        switch output {
        case .stream(.stdout, let text): text
        case .stream(.stderr, _): nil
        case .result(let bundle), .display(let bundle): bundle["text/plain"]
        case .error(let report): report.traceback.joined(separator: "\n")
        }
    }
}
