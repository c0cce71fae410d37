import Diagnostics

/// Walks through a note's lines as CommonMark's first phase does and finds, before Markdown sees
/// them, the formulas, the cells and their places.
///
/// Markdown itself is parsed by cmark; this only has to know what each line belongs to: which
/// prefix its containers take off, and whether it is running text, code or raw HTML.
struct BlockScanner {
    /// Deeper quotes and lists are shown flat: no note needs them, and every line would pay for
    /// them.
    static let maximumDepth = 50

    enum Leaf {
        case none
        case paragraph(Paragraph)
        case fence(Fence)
        case indentedCode
        case html(HTMLBlock)
    }

    struct Paragraph {
        var slices: [TextSlice] = []
        /// The line of the dashes under a table's header.
        var delimiterRow: Int?
    }

    let note: NoteText
    var containers: [Container] = []
    var leaf = Leaf.none
    var findings = ScanFindings()

    init(_ note: NoteText) { self.note = note }

    /// Everything found from a line on, counted from 0.
    static func findings(in note: NoteText, fromLine first: Int) -> ScanFindings {
        var scanner = BlockScanner(note)
        var line = first
        while line < note.lineCount {
            line = scanner.scan(line: line)
            if line == note.lineCount, scanner.isInCell { line = scanner.recover(before: line) }
        }
        scanner.close(to: 0)
        return scanner.findings
    }

    var isInParagraph: Bool {
        if case .paragraph = leaf { return true }
        return false
    }

    /// Takes the prefixes of the open containers off a line; their number as far as they match.
    func takePrefixes(off cursor: inout LineCursor) -> Int {
        for (index, container) in containers.enumerated() {
            guard container.takePrefix(off: &cursor) else { return index }
        }
        return containers.count
    }

    /// Reads a line, and those that belong to what it begins; the next line to read.
    private mutating func scan(line: Int) -> Int {
        var cursor = LineCursor(note, line: line)
        var matched = takePrefixes(off: &cursor)
        let isWhole = matched == containers.count
        if isWhole, let next = continueLeaf(cursor, line: line) { return next }
        if let next = readTranscript(at: line) { return next }

        let mayBeLazy = isInParagraph
        var opened = false
        while !cursor.isBlank {
            let interrupting = mayBeLazy && isWhole && !opened
            if cursor.indent >= 4 {
                if mayBeLazy, !opened { break }
                open(.indentedCode, over: matched)
                return line + 1
            }
            if scanLeafStart(cursor, line: line, matched: matched, interrupting: interrupting) {
                return line + 1
            }
            guard let container = takeContainer(off: &cursor, interrupting: interrupting) else {
                break
            }
            if case .footnote(let label) = container.kind {
                findings.footnotes[line] = note.string(label)
            }
            close(to: matched)
            push(container)
            matched += 1
            opened = true
        }
        return scanText(
            cursor, line: line, matched: matched, isLazy: mayBeLazy && !isWhole && !opened,
            continues: mayBeLazy && isWhole && !opened)
    }

    /// Lets an open fence or block of HTML take the line; the next line when it did.
    private mutating func continueLeaf(_ cursor: LineCursor, line: Int) -> Int? {
        switch leaf {
        case .fence: return continueFence(cursor, line: line)
        case .html(let html):
            if case .untilBlankLine = html, cursor.isBlank { return nil }
            if html.ends(with: note.bytes[cursor.rest]) { leaf = .none }
            return line + 1
        case .indentedCode: return cursor.isBlank || cursor.indent >= 4 ? line + 1 : nil
        case .none, .paragraph: return nil
        }
    }

    private mutating func continueFence(_ cursor: LineCursor, line: Int) -> Int? {
        guard case .fence(var fence) = leaf else { return nil }
        // Gives up the enum's copy, so that appending does not copy all lines.
        leaf = .none
        let text = note.bytes[cursor.text]
        let mayBeFence = cursor.indent < 4
        if mayBeFence, opensAnother(text, in: fence) {
            leaf = .fence(fence)
            return recover(before: line)
        }
        if mayBeFence, BlockStart.closesFence(text, mark: fence.mark, length: fence.length) {
            fence.closingLine = line
            findings.fences[fence.line] = fence
            return line + 1
        }
        var code = cursor
        code.skip(columns: min(fence.indent, code.indent))
        fence.lines.append(Fence.Line(range: code.rest, padding: code.padding))
        leaf = .fence(fence)
        return line + 1
    }

    /// Begins a heading, fence, HTML block or rule; true when the line is one.
    private mutating func scanLeafStart(
        _ cursor: LineCursor, line: Int, matched: Int, interrupting: Bool
    ) -> Bool {
        let text = note.bytes[cursor.text]
        switch cursor.textByte {
        case ASCII.hash:
            guard let level = BlockStart.heading(text) else { return false }
            open(.none, over: matched)
            scan(Paragraph(slices: [TextSlice(range: text.startIndex + level..<text.endIndex)]))
        case ASCII.backtick, ASCII.tilde:
            guard let found = BlockStart.fence(text) else { return false }
            let fence = Fence(
                line: line, start: text.startIndex, mark: found.mark, length: found.length,
                indent: cursor.indent, info: found.info)
            open(.fence(fence), over: matched)
        case ASCII.less:
            guard let html = HTMLBlock.start(text, interrupting: interrupting) else { return false }
            open(html.ends(with: text) ? .none : .html(html), over: matched)
        case ASCII.equals, ASCII.dash:
            let isUnderline = interrupting && BlockStart.isSetextUnderline(text)
            guard isUnderline || BlockStart.isThematicBreak(text) else { return false }
            open(.none, over: matched)
        default:
            guard BlockStart.isThematicBreak(text) else { return false }
            open(.none, over: matched)
        }
        return true
    }

    /// Takes the mark of a new quote, list item or footnote off the line.
    private mutating func takeContainer(
        off cursor: inout LineCursor, interrupting: Bool
    ) -> Container? {
        let text = note.bytes[cursor.text]
        var taken = cursor
        var kind = Container.Kind.quote
        if cursor.textByte == ASCII.greater {
            Container.takeQuoteMark(off: &taken)
        } else if let footnote = BlockStart.footnote(text) {
            kind = .footnote(label: footnote.label)
            taken.skipText(footnote.length)
        } else if let length = BlockStart.listMarker(text, interrupting: interrupting) {
            kind = .item(indent: BlockScanner.takeListMarker(length, off: &taken))
        } else {
            return nil
        }
        guard containers.count < BlockScanner.maximumDepth else {
            findings.flatten(text, in: note)
            return nil
        }
        cursor = taken
        return Container(kind)
    }

    /// Takes a list marker with the blanks behind it; the indentation of the item's other lines.
    private static func takeListMarker(_ length: Int, off cursor: inout LineCursor) -> Int {
        let indent = cursor.indent
        cursor.skipText(length)
        let blanks = cursor.indent
        if cursor.isBlank || blanks > 4 {
            cursor.skip(columns: min(blanks, 1))
            return indent + length + 1
        }
        cursor.skip(columns: blanks)
        return indent + length + blanks
    }

    // MARK: Running text

    private mutating func scanText(
        _ cursor: LineCursor, line: Int, matched: Int, isLazy: Bool, continues: Bool
    ) -> Int {
        if cursor.isBlank {
            open(.none, over: matched, isBlank: true)
            return line + 1
        }
        if !isLazy, !continues { open(.paragraph(Paragraph()), over: matched) }
        return appendText(cursor.text, line: line)
    }

    /// Adds a line's text to the open paragraph, and the lines of a formula that it leaves open.
    private mutating func appendText(_ text: Range<Int>, line: Int) -> Int {
        guard case .paragraph(var paragraph) = leaf else { return line + 1 }
        // Gives up the enum's copy, so that appending does not copy all slices.
        leaf = .none
        var slice = TextSlice(range: text)
        var line = line
        while let opening = DisplayMath.opening(in: note.bytes[slice.range]) {
            guard let end = readDisplay(opening, line: line) else { break }
            paragraph.slices.append(
                TextSlice(
                    range: slice.range.lowerBound..<opening.start,
                    followsDisplay: slice.followsDisplay))
            line = end.line
            slice = TextSlice(range: end.offset..<note.line(line).upperBound, followsDisplay: true)
        }
        paragraph.slices.append(slice)
        if paragraph.slices.count > 1, paragraph.delimiterRow == nil,
            BlockStart.isTableDelimiter(note.bytes[slice.range]),
            note.bytes[paragraph.slices[paragraph.slices.count - 2].range].contains(ASCII.pipe)
        {
            paragraph.delimiterRow = paragraph.slices.count - 1
        }
        leaf = .paragraph(paragraph)
        return line + 1
    }

    // MARK: Opening and closing

    /// Closes what the line does not continue and begins a new leaf.
    private mutating func open(_ new: Leaf, over matched: Int, isBlank: Bool = false) {
        close(to: matched)
        if !isBlank, !containers.isEmpty { containers[containers.count - 1].isEmpty = false }
        leaf = new
    }

    private mutating func push(_ container: Container) {
        if !containers.isEmpty { containers[containers.count - 1].isEmpty = false }
        containers.append(container)
    }

    /// Ends the open leaf and all containers but the first ones.
    mutating func close(to count: Int) {
        switch leaf {
        case .paragraph(let paragraph): scan(paragraph)
        case .fence(let fence):
            findings.fences[fence.line] = fence
            findings.reportUnclosed(fence, in: note)
        case .none, .indentedCode, .html: break
        }
        leaf = .none
        containers.removeLast(containers.count - count)
    }

    /// Looks for formulas and emphasis in a finished paragraph; a table's rows stand for
    /// themselves.
    private mutating func scan(_ paragraph: Paragraph) {
        guard let delimiterRow = paragraph.delimiterRow else {
            findings.scan(paragraph.slices[...], in: note)
            return
        }
        let header = delimiterRow - 1
        findings.scan(paragraph.slices[..<header], in: note)
        for row in paragraph.slices[header...] {
            findings.scan([row], in: note, isTableRow: true)
        }
        findings.limitTable(paragraph.slices[delimiterRow...], in: note)
    }
}
