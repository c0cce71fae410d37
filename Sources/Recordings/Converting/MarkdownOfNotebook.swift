import Diagnostics
import Notebooks

/// A Jupyter notebook as a Markdown note: its Markdown as written, its code in fences, its outputs behind it.
package struct MarkdownOfNotebook {
    /// The note.
    package private(set) var text = ""
    private var lost: [String: Int] = [:]
    private var order: [String] = []

    /// Throws a `Diagnostic` for a file that is no notebook.
    package init(_ notebook: Notebook) throws(Diagnostic) {
        let root = try JSONParser.parse(notebook.source)
        for cell in root["cells"]?.items ?? [] { add(cell) }
        if root["metadata"]?.members?.isEmpty == false { lose("the notebook's metadata") }
    }

    /// What Markdown cannot hold, a sentence each.
    package var losses: [String] {
        order.map { what in
            let count = lost[what] ?? 1
            return count == 1 ? what : "\(what) (\(count) times)"
        }
    }

    private mutating func lose(_ what: String) {
        if lost[what] == nil { order.append(what) }
        lost[what, default: 0] += 1
    }

    private mutating func add(_ cell: JSONNode) {
        let source = cell["source"]?.joined ?? ""
        if cell["attachments"]?.members?.isEmpty == false { lose("pictures attached to Markdown") }
        let kept = cell["metadata"]?["nbrun"]
        switch cell["cell_type"]?.string {
        case "code": addCode(source, cell, prefix: kept?["prefix"]?.string ?? "")
        case "markdown":
            let indent = String(repeating: " ", count: min(kept?["indent"]?.integer ?? 0, 40))
            addBlock(
                source.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { $0.isEmpty ? "" : indent + $0 }.joined(separator: "\n"))
        default:
            if text.isEmpty, source.hasPrefix("---") {
                addBlock(source)
            } else {
                addBlock(MarkdownFence.text(source, info: "raw"))
                lose("that a raw cell is raw: it became a fence")
            }
        }
    }

    /// Blocks are parted by a blank line.
    private mutating func addBlock(_ block: String) {
        if !text.isEmpty { text += "\n" }
        text += block
        if !text.endsLine { text += "\n" }
    }

    private mutating func addCode(_ source: String, _ cell: JSONNode, prefix: String) {
        let tags = cell["metadata"]?["tags"]?.items?.compactMap(\.string) ?? []
        let options = tags.isEmpty ? "" : "#| tags: [\(tags.joined(separator: ", "))]\n"
        var block = MarkdownFence.text(options + source, info: "python", prefix: prefix)
        let outputs = cell["outputs"]?.items ?? []
        if !outputs.isEmpty {
            let recorded = JupyterOutputText.text(of: outputs)
            // A blank line in a list would set its items apart.
            if prefix.isEmpty { block += "\n" }
            block += MarkdownFence.text(recorded, info: "output", prefix: prefix)
        }
        for output in outputs { noteLosses(of: output) }
        addBlock(block)
    }

    private mutating func noteLosses(of output: JSONNode) {
        for member in output["data"]?.members ?? [] where member.key != "text/plain" {
            lose("outputs of type \(member.key)")
        }
        if output["name"]?.string == "stderr" { lose("what cells wrote to standard error") }
    }
}
