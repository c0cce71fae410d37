import Diagnostics
import Notebooks
import Testing

/// Whatever is thrown together, notes are read, and nothing of the reader's own shows in them.
struct RandomNoteTests {
    private static let pieces = [
        "$", "$$", "\\(", "\\)", "\\[", "\\]", "`", "``", "```", "```python", "~~~", "**", "*", "_",
        "~~", "[", "](a)",
        "![", "<b>", "</b>", "<!--", "-->", "<div>", "\n", "\n", "\n\n", "\n> ", "\n- ", "\n  - ",
        "\n1. ", "\n    ",
        "\n\t", "\n# ", "\n---\n", "\nIn [1]:\n", "\nOut[1]:", "|", "\n|-|-|\n", "中文", "，", "：",
        "“", "x_1", "5", " ",
        " ", "text", "\\", "\\begin{align}", "\\end{align}", "http://a.b", "[^1]", "\n[^1]: ",
        "#| echo: x", "\r\n",
        "(1, 2)", "x = 1", "\u{FEFF}", "\0", "&amp;", "한국", "🙂", "\n\n```output\n", "\n\n输出：\n\n",
        ":::", "---\n",
    ]

    @Test(arguments: 0..<40)
    func nothingOfTheReaderShows(seed: UInt64) {
        var random = RandomNumbers(seed: seed)
        for _ in 0..<50 {
            let markdown = (0..<random.next(below: 60) + 1)
                .map { _ in Self.pieces[random.next(below: Self.pieces.count)] }.joined()
            expectSound(markdown)
        }
    }

    private func expectSound(_ markdown: String) {
        let notebook = read(markdown)
        let shown = outline(notebook.blocks) + notebook.cells.map(\.source.text).joined()
        let marks = shown.unicodeScalars.filter { (0xFDD0...0xFDEF).contains($0.value) }
        #expect(marks.isEmpty, "\(markdown.debugDescription)")
        for cell in notebook.cells { expectPlace(of: cell, in: notebook) }
    }

    /// Each line of a cell's code ends the line of the file where its origin says it stands.
    private func expectPlace(of cell: Cell, in notebook: Notebook) {
        #expect(cell.source.origin?.lines.count == cell.source.lineStarts.count)
        for (index, place) in (cell.source.origin?.lines ?? []).enumerated() {
            let line = cell.source.line(index + 1)
            let trimmed = String(line.drop { $0 == " " })
            #expect(
                notebook.source.line(place.line).hasSuffix(trimmed),
                "\(notebook.source.text.debugDescription)")
        }
    }
}

/// Random numbers that are the same on every run.
struct RandomNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
