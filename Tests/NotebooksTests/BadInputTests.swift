import Diagnostics
import Notebooks
import Testing

/// Notes that nobody should write, and that are read nevertheless.
struct BadInputTests {
    @Test(arguments: [
        "", "\n", "\r\n", " ", "\u{FEFF}", "```", "$$", "---", "---\n", "> ", "- ", "\0", "#",
    ])
    func theSmallestNotesAreRead(markdown: String) {
        _ = read(markdown)
    }

    @Test func bytesThatAreNotUTF8AreReplacedAndReported() {
        let source = SourceText(
            name: "n.md", utf8: Array("a\n重".utf8) + [0xC4, 0xE3] + Array("x\n".utf8))
        let notebook = NotebookReader.read(source)
        #expect(outline(notebook.blocks).hasPrefix("<p>a↵重\u{FFFD}"))
        #expect(outline(notebook.blocks).hasSuffix("x</p>"))
        #expect(notebook.diagnostics.map(\.message) == ["these bytes are not UTF-8"])
        #expect(notebook.diagnostics[0].place?.position == SourcePosition(line: 2, column: 2))
    }

    @Test func invalidBytesInACellAreReplaced() {
        let source = SourceText(
            name: "n.md", utf8: Array("```py\nx='".utf8) + [0xFF] + Array("'\n```".utf8))
        #expect(NotebookReader.read(source).cells[0].source.text == "x='\u{FFFD}'")
    }

    @Test func otherEncodingsAreNamed() {
        let gbk: [UInt8] = [0xC4, 0xE3, 0xBA, 0xC3, 0xCA, 0xC0, 0xBD, 0xE7]
        let utf16: [UInt8] = [0xFF, 0xFE, 0x61, 0x00]
        let hints = [gbk, utf16].map {
            NotebookReader.read(SourceText(name: "n.md", utf8: $0)).diagnostics[0].hints.joined()
        }
        #expect(hints[0].contains("GBK"))
        #expect(hints[1].contains("UTF-16"))
    }

    @Test func lineEndsOfASingleCarriageReturnCount() {
        let notebook = read("# a\r\r```py\rx\r```\r")
        #expect(outline(notebook.blocks) == "<h1>a</h1><cell 0>")
        #expect(notebook.blocks.map(\.line) == [1, 3])
    }

    @Test func noncharactersCannotPassForFormulas() throws {
        let open = try #require(Unicode.Scalar(UInt32(0xFDD0)))
        let close = try #require(Unicode.Scalar(UInt32(0xFDD1)))
        #expect(outline("$a$ \(open)0\(close)") == "<p>⟨a⟩ \u{FFFD}0\u{FFFD}</p>")
    }

    @Test(arguments: [
        String(repeating: "> ", count: 10_000) + "a",
        String(repeating: "- ", count: 10_000) + "a",
        String(repeating: "1. > ", count: 10_000) + "a",
        (0..<1000).map { String(repeating: " ", count: 2 * $0) + "- a" }.joined(separator: "\n"),
    ])
    func deepNestingIsShownFlatAndReported(markdown: String) {
        let notebook = read(markdown)
        #expect(notebook.diagnostics.count == 1)
        #expect(notebook.diagnostics[0].message.contains("nest deeper than 50 levels"))
        #expect(outline(notebook.blocks).contains("a</p>"))
    }

    @Test func manyMistakesAreNotAllShown() {
        let found = read(String(repeating: "- ```sh\n", count: 150)).diagnostics
        #expect(found.count == 101)
        #expect(found.last?.message == "50 more warnings about this note are not shown")
    }

    @Test func deepEmphasisIsShownFlat() {
        let markdown =
            (0..<5000).map { $0.isMultiple(of: 2) ? "*a " : "**b " }.joined()
            + (0..<5000).map { $0.isMultiple(of: 2) ? "** " : "* " }.joined()
        #expect(outline(markdown).contains("a "))
        let links =
            String(repeating: "[", count: 5000) + "x" + String(repeating: "](a)", count: 5000)
        #expect(outline(links).contains("x"))
    }

    @Test func aTableOfMissingCellsStaysText() {
        let row = { (cell: String) in String(repeating: "|\(cell)", count: 2000) + "|\n" }
        let notebook = read(row("a") + row("-") + String(repeating: "|b\n", count: 2000))
        #expect(
            notebook.diagnostics.map(\.message) == [
                "this table has 2002 columns and 2001 rows, mostly empty"
            ])
    }

    /// Each costs seconds to hours where the work grows with the square of the length.
    @Test(arguments: [
        "$", "$$ ", "`", "`` ` ", "\\(", "\\[ ", "<!-- ", "<a b='", "](", "*", "**：", "_", "$a ",
        "[^a]: b\n",
        "\\begin{align} ", "- $$\n", "> $$\n\n", "\\``a", "文\n", "<b>", "http://a，", "In [1]:\n",
        "x\n\n", "```\n",
        "![", "$x$5", "| a ", "&amp;", "\t", "- \n\n", "***a ", "~~文：",
    ])
    func timeGrowsWithTheLength(unit: String) {
        let markdown = String(repeating: unit, count: 100_000 / unit.utf8.count)
        let time = ContinuousClock().measure { _ = read(markdown) }
        #expect(time < .seconds(5))
    }
}
