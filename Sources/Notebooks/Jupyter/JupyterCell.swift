import Diagnostics

/// A cell of a Jupyter notebook as its file holds it.
struct JupyterCell {
    enum Kind { case markdown, code, raw }

    private let node: JSONNode

    init(_ node: JSONNode) { self.node = node }

    var kind: Kind {
        switch node["cell_type"]?.string {
        case "markdown": .markdown
        case "code": .code
        default: .raw
        }
    }

    var text: String { node["source"]?.joined ?? "" }
    var outputs: JSONNode? { node["outputs"] }
    var executionCount: JSONNode? { node["execution_count"] }
    private var metadata: JSONNode? { node["metadata"] }

    var tags: [String] { metadata?["tags"]?.items?.compactMap(\.string) ?? [] }

    /// What VS Code says the cell is written in.
    var language: String { metadata?["vscode"]?["languageId"]?.string ?? "python" }
    var isPython: Bool { language == "python" }

    /// Whether the author folded the code away, in JupyterLab's words or in Colab's.
    var hidesSource: Bool {
        if case .bool(true) = metadata?["jupyter"]?["source_hidden"]?.kind { return true }
        return metadata?["cellView"]?.string == "form"
    }

    /// What the outputs showed as text; nil for a cell that was never run.
    var recordedOutput: String? {
        guard let items = outputs?.items else { return nil }
        if items.isEmpty { return executionCount?.integer == nil ? nil : "" }
        return JupyterOutputText.text(of: items)
    }

    /// Where the lines of the text stand in the file.
    func origin(in source: SourceText) -> LineOrigin {
        guard let node = node["source"] else {
            return LineOrigin(lines: [source.position(of: self.node.span.start)])
        }
        let pieces = node.items ?? [node]
        var lines: [SourcePosition] = []
        var startsLine = true
        for piece in pieces {
            guard let text = piece.string else { continue }
            var place = source.position(of: piece.span.start)
            place.column += 1
            for _ in 0..<(startsLine ? 1 : 0) + text.newlinesInside { lines.append(place) }
            startsLine = text.endsLine
        }
        return LineOrigin(lines: lines.isEmpty ? [source.position(of: node.span.start)] : lines)
    }
}

extension String {
    /// Line ends with something behind them.
    fileprivate var newlinesInside: Int {
        let count = utf8.count { $0 == UInt8(ascii: "\n") }
        return endsLine ? count - 1 : count
    }
}
