import Notebooks

/// A note's file cut into its cells and the Markdown between them.
enum NotebookPieces {
    enum Piece: Equatable {
        /// The YAML at the head, with its fences.
        case frontMatter(String)
        /// Lines of the note; `indent` columns were cut off so that a list's inside does not read as code.
        case markdown(String, indent: Int)
        case cell(Int)
    }

    static func pieces(of note: Notebook) -> [Piece] {
        var pieces: [Piece] = []
        let head = frontMatterEnd(of: note)
        if head > 0 { pieces.append(.frontMatter(text(1...head, of: note).withoutFinalLineEnds)) }
        var line = head + 1
        let places = places(of: note)
        for (position, place) in places.enumerated() {
            guard let cell = place.cell else { continue }
            add(line..<place.line, of: note, isNested: isNested(line, places), to: &pieces)
            pieces.append(.cell(cell))
            line = end(of: position, in: places, note)
        }
        add(
            line..<(note.source.lineStarts.count + 1), of: note, isNested: isNested(line, places),
            to: &pieces)
        return pieces
    }

    /// Where a block begins.
    private struct Place {
        var line: Int
        var depth: Int
        var cell: Int?
    }

    private static func places(of note: Notebook) -> [Place] {
        var places: [Place] = []
        add(note.blocks, depth: 0, to: &places)
        return places
    }

    private static func add(_ blocks: [Block], depth: Int, to places: inout [Place]) {
        guard depth < NoteWalk.deepest else { return }
        for block in blocks {
            var cell: Int?
            if case .cell(let index) = block.kind { cell = index }
            places.append(Place(line: block.line, depth: depth, cell: cell))
            for children in block.children { add(children, depth: depth + 1, to: &places) }
        }
    }

    /// The first line after a cell, its closing fence and any recorded output.
    private static func end(of position: Int, in places: [Place], _ note: Notebook) -> Int {
        guard let index = places[position].cell else { return places[position].line }
        let cell = note.cells[index]
        let lastLine = cell.source.origin?.lines.last?.line ?? places[position].line
        if cell.recordedOutput != nil {
            let next = places[(position + 1)...].first { $0.line > lastLine }
            return next?.line ?? note.source.lineStarts.count + 1
        }
        guard isFence(note.source.line(places[position].line)) else { return lastLine + 1 }
        let rest = (lastLine + 1)..<(note.source.lineStarts.count + 1)
        let closing = rest.first { !content(of: note.source.line($0)).isEmpty }
        guard let closing, isFence(note.source.line(closing)) else { return lastLine + 1 }
        return closing + 1
    }

    private static func isFence(_ line: String) -> Bool {
        line.contains("```") || line.contains("~~~")
    }

    /// A line without the marks of the quotes around it.
    private static func content(of line: String) -> Substring {
        line.drop { $0 == ">" || $0.isWhitespace }
    }

    private static func isNested(_ line: Int, _ places: [Place]) -> Bool {
        places.first { $0.line >= line }.map { $0.depth > 0 } ?? false
    }

    private static func add(
        _ lines: Range<Int>, of note: Notebook, isNested: Bool, to pieces: inout [Piece]
    ) {
        guard !lines.isEmpty else { return }
        var kept = lines.map(note.source.line)
        while kept.first?.trimmed.isEmpty == true { kept.removeFirst() }
        while kept.last?.trimmed.isEmpty == true { kept.removeLast() }
        guard !kept.isEmpty else { return }
        let blank =
            kept.filter { !$0.trimmed.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        // Four blanks make a code block.
        let indent = isNested && blank >= 4 ? blank : 0
        let text = kept.map { String($0.dropFirst(min(indent, $0.prefix { $0 == " " }.count))) }
        pieces.append(.markdown(text.joined(separator: "\n"), indent: indent))
    }

    /// The last line of the YAML at the head; 0 where none stands.
    private static func frontMatterEnd(of note: Notebook) -> Int {
        guard note.source.line(1).withoutFinalLineEnds == "---" else { return 0 }
        let limit = note.blocks.first.map { $0.line } ?? note.source.lineStarts.count + 1
        return (2..<max(limit, 2)).first {
            ["---", "..."].contains(note.source.line($0).withoutFinalLineEnds)
        } ?? 0
    }

    private static func text(_ lines: ClosedRange<Int>, of note: Notebook) -> String {
        lines.map { note.source.line($0) }.joined(separator: "\n")
    }
}
