import Diagnostics

/// Turns a Markdown tree into the note's blocks and cells.
struct NotebookBuilder {
    private let note: NoteText
    private let findings: ScanFindings
    private let text: ProtectedText
    private let cellReader: CellReader
    private var inline: InlineBuilder
    /// The cells' numbers, by the line of the file where each begins, from 0.
    private var numbers: [Int: Int] = [:]
    private(set) var cells: [Cell] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ note: NoteText, findings: ScanFindings, text: ProtectedText) {
        self.note = note
        self.findings = findings
        self.text = text
        cellReader = CellReader(note: note)
        inline = InlineBuilder(note: note, pieces: findings.pieces)
    }

    /// The blocks of a document; its cells are in `cells` afterwards.
    mutating func blocks(of document: MarkdownNode) -> [Block] {
        inline.footnotes = document.children.compactMap {
            if case .footnote = $0.kind { label(of: $0) } else { nil }
        }
        readCells(of: document)
        return blocks(document.children)
    }

    // MARK: Cells

    /// Cells run in the order of the file, also where footnotes moved to the end.
    private mutating func readCells(of document: MarkdownNode) {
        var read = findings.transcripts.map { ($0.line, cellReader.cell($0)) }
        var fences: [Fence] = []
        findCells(below: document, &fences)
        read += fences.map { ($0.line, cellReader.cell($0)) }
        for (line, found) in read.sorted(by: { $0.0 < $1.0 }) {
            var cell = found.cell
            cell.index = cells.count
            cell.prompt = cell.prompt ?? findings.fencePrompts[line]
            numbers[line] = cells.count
            cells.append(cell)
            diagnostics += found.diagnostics
        }
    }

    private func findCells(below node: MarkdownNode, _ fences: inout [Fence]) {
        if let fence = fence(of: node), FenceInfo(note.string(fence.info)).isCell {
            fences.append(fence)
        }
        for child in node.children where child.line > 0 { findCells(below: child, &fences) }
    }

    private func fence(of node: MarkdownNode) -> Fence? {
        guard case .code(_, _, isFenced: true) = node.kind else { return nil }
        return findings.fences[text.fileLine(of: node.line) - 1]
    }

    /// The cell that a code block is.
    private func cell(of node: MarkdownNode) -> Int? {
        fence(of: node).flatMap { numbers[$0.line] }
    }

    // MARK: Blocks

    private mutating func blocks(_ nodes: [MarkdownNode]) -> [Block] {
        var blocks: [Block] = []
        var recording = RecordedOutput()
        for node in nodes {
            let line = text.fileLine(of: node.line)
            if let index = cell(of: node) {
                blocks.append(Block(.cell(index), line: line))
                recording = RecordedOutput(cell: index)
            } else if let output = recording.output(in: node), let cell = recording.cell {
                if recording.hasLabel { blocks.removeLast() }
                record(output, node, of: cell)
                recording = RecordedOutput()
            } else {
                recording.pass(node)
                blocks += kinds(of: node).map { Block($0, line: line) }
            }
        }
        return blocks
    }

    private mutating func record(_ output: String, _ node: MarkdownNode, of cell: Int) {
        cells[cell].recordedOutput = inline.restored(output)
        let place = fence(of: node).map { cellReader.recorded($0) }
        let line = text.fileLine(of: node.line) - 1
        let indented = cellReader.recorded(
            line..<line + 1 + output.utf8.count { $0 == ASCII.newline })
        cells[cell].place?.recorded = place?.block ?? indented
        cells[cell].place?.recordedText = place?.text ?? indented
    }

    private mutating func kinds(of node: MarkdownNode) -> [Block.Kind] {
        switch node.kind {
        case .paragraph: paragraph(node.children)
        case .heading(let level): [.heading(level: level, inline.inlines(node.children))]
        case .quote: [.quote(blocks(node.children))]
        case .list(let start, let isTight):
            [
                .list(
                    Block.List(
                        start: start, isTight: isTight, items: node.children.map { item($0) }))
            ]
        case .code(let info, let text, _): [code(info: info, text: text)]
        case .html(let html): [.html(inline.restored(html))]
        case .thematicBreak: [.thematicBreak]
        case .table(let alignments): [.table(table(node.children, alignments))]
        case .footnote: [footnote(node)]
        default: []
        }
    }

    /// A paragraph, or what it is when nothing but formulas or a transcript's cell stands in it.
    private func paragraph(_ nodes: [MarkdownNode]) -> [Block.Kind] {
        if nodes.count == 1, case .text(let text) = nodes[0].kind,
            case .protected(let number)? = Placeholder.segments(text).first,
            case .transcript(let index) = findings.pieces[number].kind
        {
            return numbers[findings.transcripts[index].line].map { [.cell($0)] } ?? []
        }
        let inlines = inline.inlines(nodes)
        let formulas = inlines.compactMap { inline -> Block.Kind? in
            if case .math(let tex, isDisplayed: true) = inline { .math(tex) } else { nil }
        }
        let breaks = inlines.count { if case .softBreak = $0 { true } else { false } }
        return !formulas.isEmpty && formulas.count + breaks == inlines.count
            ? formulas : [.paragraph(inlines)]
    }

    private mutating func item(_ node: MarkdownNode) -> Block.ListItem {
        guard case .item(let isDone) = node.kind else { return Block.ListItem(blocks: []) }
        return Block.ListItem(isDone: isDone, blocks: blocks(node.children))
    }

    private func code(info: String, text: String) -> Block.Kind {
        let language = FenceInfo(inline.restored(info)).language
        let text = inline.restored(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        return language == "math" ? .math(TeX.trimmed(text)) : .code(language: language, text: text)
    }

    private func table(
        _ rows: [MarkdownNode], _ alignments: [Block.Table.Alignment]
    ) -> Block.Table {
        var table = Block.Table(alignments: alignments, header: [], rows: [])
        for row in rows {
            let cells = row.children.map { inline.inlines($0.children) }
            if case .tableRow(isHeader: true) = row.kind {
                table.header = cells
            } else {
                table.rows.append(cells)
            }
        }
        return table
    }

    private mutating func footnote(_ node: MarkdownNode) -> Block.Kind {
        let label = label(of: node)
        let number = inline.footnotes.firstIndex(of: label).map { $0 + 1 } ?? 0
        return .footnote(label: label, number: number, blocks(node.children))
    }

    private func label(of footnote: MarkdownNode) -> String {
        findings.footnotes[text.fileLine(of: footnote.line) - 1] ?? ""
    }
}
