import Diagnostics

/// A piece of a note that Markdown must not touch.
struct ProtectedPiece: Sendable {
    enum Kind: Sendable {
        /// A formula, its TeX without delimiters and without the prefixes of quotes and lists.
        case math(String, isDisplayed: Bool)
        /// A cell of a transcript: its index among the transcript's cells.
        case transcript(Int)
    }

    let kind: Kind
    /// Where it stands in the note.
    let range: Range<Int>
}

/// A change of a note's text on its way to Markdown.
struct Edit: Sendable {
    enum Replacement: Sendable {
        case nothing
        /// The number of a protected piece, inside its line.
        case piece(Int)
        /// The number of a protected piece, as a paragraph of its own.
        case paragraph(Int)
        /// `Placeholder.letter`.
        case letter
        /// `Placeholder.linkEnd`.
        case linkEnd
        /// A line that Markdown should see before the next one.
        case line(String)
        /// Characters that Markdown should see there.
        case text(String)
    }

    let range: Range<Int>
    let replacement: Replacement
}

/// A note's text as Markdown may see it, and the line of the file that each of its lines is.
struct ProtectedText: Sendable {
    private(set) var bytes: [UInt8] = []
    /// For each line of `bytes`, its line in the file, from 1.
    private(set) var lines = [1]
    private var fileLine = 1

    init(_ note: NoteText, edits: [Edit]) {
        bytes.reserveCapacity(note.bytes.count + 16 * edits.count)
        var position = 0
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard edit.range.lowerBound >= position else { continue }
            copy(note.bytes[position..<edit.range.lowerBound])
            insert(edit.replacement)
            skip(note.bytes[edit.range])
            position = edit.range.upperBound
        }
        copy(note.bytes[position...])
    }

    /// Puts replacement characters where the bytes are not UTF-8, which keeps the lines.
    mutating func repair() {
        bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    /// The line of the file that a line of the protected text is, both from 1.
    func fileLine(of line: Int) -> Int {
        lines[min(max(line, 1), lines.count) - 1]
    }

    private mutating func insert(_ replacement: Edit.Replacement) {
        switch replacement {
        case .nothing: break
        case .letter: bytes += Placeholder.letterUTF8
        case .text(let text): bytes += text.utf8
        case .line(let text):
            bytes += text.utf8
            endLine()
        case .linkEnd: bytes += Placeholder.linkEndUTF8
        case .piece(let number): bytes += Placeholder.utf8(number)
        case .paragraph(let number):
            endLine()
            bytes += Placeholder.utf8(number)
            endLine()
            endLine()
        }
    }

    private mutating func endLine() {
        bytes.append(ASCII.newline)
        lines.append(fileLine)
    }

    private mutating func copy(_ slice: ArraySlice<UInt8>) {
        bytes += slice
        for byte in slice where byte == ASCII.newline {
            fileLine += 1
            lines.append(fileLine)
        }
    }

    /// Lines that are left out still count; what follows on the same line keeps that line's number.
    private mutating func skip(_ slice: ArraySlice<UInt8>) {
        for byte in slice where byte == ASCII.newline { fileLine += 1 }
        if slice.last == ASCII.newline { lines[lines.count - 1] = fileLine }
    }
}
