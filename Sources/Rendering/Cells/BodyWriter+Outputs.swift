import Diagnostics
import Notebooks

extension BodyWriter {
    /// An output as the template takes it.
    mutating func outputValues(of output: CellOutput, number: Int) -> [String: Any] {
        switch output {
        case .stream(let stream, let text):
            [
                "kind": stream.rawValue,
                "html": "<pre>\(TerminalText.html(text.withoutFinalLineEnd))</pre>",
            ]
        case .result(let bundle):
            ["kind": "result", "prompt": number, "html": html(of: bundle)]
        case .display(let bundle):
            ["kind": "display", "html": html(of: bundle)]
        case .error(let report):
            ["kind": "error", "error": Self.errorValues(of: report)]
        }
    }

    /// The richest form of a value that a page can show.
    private mutating func html(of bundle: [String: String]) -> String {
        if let markup = bundle["text/html"] { return sanitized(markup) }
        if let drawing = bundle["image/svg+xml"] {
            return
                "<div class=\"figure\">\(SVGSanitizer.clean(drawing, prefix: anchors.unique("figure")))</div>"
        }
        for type in ["image/png", "image/jpeg", "image/gif", "image/webp"] {
            guard let data = bundle[type]?.filter({ !$0.isWhitespace }), data.isBase64 else {
                continue
            }
            let description = (bundle["text/plain"] ?? "").escapedHTML
            return "<img src=\"data:\(type);base64,\(data.escapedHTML)\" alt=\"\(description)\">"
        }
        if let text = bundle["text/markdown"] { return markdown(text) }
        if let tex = bundle["text/latex"] { return typeset(tex) }
        return "<pre>\(TerminalText.html(bundle["text/plain"] ?? ""))</pre>"
    }

    private mutating func sanitized(_ markup: String) -> String {
        captured { writer in
            writer.html += "<div class=\"rich\">"
            writer.container { writer in
                writer.write(writer.sanitizer.clean(markup, anchors: &writer.anchors))
            }
            writer.html += "</div>"
        }
    }

    /// Markdown from a cell; code in it does not run.
    private mutating func markdown(_ text: String) -> String {
        let note = NotebookReader.read(SourceText(name: source.name, text: text))
        isInOutput = true
        defer { isInOutput = false }
        return captured { writer in
            writer.html += "<div class=\"rich\">"
            writer.container { $0.write(note.blocks.map { $0.withListings(of: note.cells) }) }
            writer.html += "</div>"
        }
    }

    private mutating func typeset(_ tex: String) -> String {
        var tex = tex.trimmed
        for mark in ["$$", "$"]
        where tex.hasPrefix(mark) && tex.hasSuffix(mark) && tex.count > 2 * mark.count {
            tex = String(tex.dropFirst(mark.count).dropLast(mark.count))
        }
        return captured { $0.writeMath(Formula(tex: tex, isDisplayed: true), element: "div") }
    }

    /// An error as the template takes it: what and why first, the way there folded.
    private static func errorValues(of report: ErrorReport) -> [String: Any] {
        var values: [String: Any] = [
            "name": report.name, "value": report.value, "hints": report.hints.map(markedCode),
            "traceback": TerminalText.html(report.traceback.joined(separator: "\n")),
        ]
        if let frame = report.frames.last(where: { $0.cell != nil }) ?? report.frames.last {
            values["place"] = "\(frame.file):\(frame.position.line):\(frame.position.column)"
            if let excerpt = frame.excerpt {
                let line = Array(excerpt.line.unicodeScalars)
                let start = min(max(excerpt.column - 1, 0), line.count)
                let end = min(start + max(excerpt.width, 0), line.count)
                values["excerpt"] = [
                    "before": text(line[..<start]), "marked": text(line[start..<end]),
                    "after": text(line[end...]),
                ]
            }
        }
        return values
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    /// A sentence with its `words in backticks` as code.
    static func markedCode(_ sentence: String) -> String {
        sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
            index, part in
            index % 2 == 1 ? "<code>\(String(part).escapedHTML)</code>" : String(part).escapedHTML
        }.joined()
    }
}

extension Block {
    /// The block with code blocks where cells stand, at its own level and in lists and quotes.
    fileprivate func withListings(of cells: [Cell]) -> Block {
        var block = self
        switch kind {
        case .cell(let index):
            block.kind = .code(language: "python", text: cells[index].source.text)
        case .quote(let blocks): block.kind = .quote(blocks.map { $0.withListings(of: cells) })
        case .list(var list):
            for index in list.items.indices {
                list.items[index].blocks = list.items[index].blocks.map {
                    $0.withListings(of: cells)
                }
            }
            block.kind = .list(list)
        case .footnote: block.kind = .paragraph([])
        default: break
        }
        return block
    }
}

extension String {
    fileprivate var isBase64: Bool {
        utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+/=".utf8.contains($0) }
    }

    fileprivate var withoutFinalLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
