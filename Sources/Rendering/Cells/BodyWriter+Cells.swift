import Notebooks

extension BodyWriter {
    /// Writes a cell with what it printed, returned and made.
    mutating func writeCell(_ index: Int) {
        let cell = note.notebook.cells[index]
        guard index < note.runs.count else { return }
        let run = note.runs[index]
        guard cell.options.echo || cell.options.output else { return }
        let number = cell.prompt ?? run.number
        let wish = cell.options.label.map(AnchorNames.slug) ?? "cell-\(number)"
        var values: [String: Any] = [
            "id": anchors.unique(wish), "number": number, "words": phrases.values,
            "failed": run.status == .failed, "notRun": run.status == .skipped,
        ]
        if cell.options.echo { values["listing"] = listing(of: cell, run) }
        if cell.options.output {
            let outputs = run.outputs.map { outputValues(of: $0, number: number) }
            values["outputs"] = outputs
            values["recorded"] = Self.recordedOutput(of: cell, run)?.escapedHTML
        }
        if !run.variables.isEmpty { values["variables"] = run.variables.templateValues }
        html += options.templates.render("cell", values)
    }

    private func listing(of cell: Cell, _ run: CellRun) -> [String: Any] {
        let lines = cell.source.text.withoutFinalLineEnds.split(
            separator: "\n", omittingEmptySubsequences: false)
        let options = lines.prefix { $0.hasPrefix("#|") }.count
        var listing: [String: Any] = [
            "code": CodeHighlighting.html(lines.dropFirst(options).joined(separator: "\n"))
        ]
        if let line = Self.failingLine(of: cell, run) { listing["fault"] = line - 1 - options }
        let notes = self.options.showsShapes ? ShapeLine.lines(of: run.shapeNotes) : []
        if !notes.isEmpty {
            listing["shapes"] = [
                "lines": notes.map {
                    ["row": $0.line - 1 - options, "text": $0.text] as [String: Any]
                }
            ]
        }
        return listing
    }

    /// The line of the cell's own code, from 1, in which its error arose.
    private static func failingLine(of cell: Cell, _ run: CellRun) -> Int? {
        for case .error(let report) in run.outputs {
            guard
                let frame = report.frames.first(where: {
                    $0.file == cell.source.name && $0.cell != nil
                }),
                let lines = cell.source.origin?.lines
            else { return nil }
            return lines.firstIndex { $0.line == frame.position.line }.map { $0 + 1 }
        }
        return nil
    }

    /// What the note's author recorded, when the cell gave something else now.
    private static func recordedOutput(of cell: Cell, _ run: CellRun) -> String? {
        guard let recorded = cell.recordedOutput?.withoutFinalLineEnds, !recorded.isEmpty else {
            return nil
        }
        let texts = run.outputs.map { output in
            switch output {
            case .stream(_, let text): text
            case .result(let bundle), .display(let bundle): bundle["text/plain"] ?? ""
            case .error(let report): report.traceback.joined(separator: "\n")
            }
        }
        return words(recorded) == words(texts.joined(separator: "\n")) ? nil : recorded
    }

    private static func words(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }
}

extension String {
    /// The text without the line ends and blanks at its end.
    var withoutFinalLineEnds: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last])
    }
}
