import Diagnostics
import Notebooks
import Testing

@testable import Rendering

@Suite struct NotebookPiecesTests {
    private func pieces(_ text: String) -> [NotebookPieces.Piece] {
        NotebookPieces.pieces(of: NotebookReader.read(SourceText(name: "n.md", text: text)))
    }

    @Test func cutsAtTheCells() {
        let text = "# One\n\n```python\nx = 1\n\n```\n\nBetween\n\n```python\ny\n```\n"
        #expect(
            pieces(text) == [
                .markdown("# One", indent: 0), .cell(0), .markdown("Between", indent: 0), .cell(1),
            ])
    }

    @Test func frontMatterIsAPieceOfItsOwn() {
        let text = "---\ntitle: T\n---\n\nText\n"
        #expect(pieces(text) == [.frontMatter("---\ntitle: T\n---"), .markdown("Text", indent: 0)])
    }

    @Test func nestedTextKeepsItsLinesButNotTheIndentationOfItsList() {
        let text = """
            + item

              + inner

                ```python
                x
                ```

                > quote
                more

                ```python
                y
                ```
            """
        #expect(
            pieces(text) == [
                .markdown("+ item\n\n  + inner", indent: 0), .cell(0),
                .markdown("> quote\nmore", indent: 4), .cell(1),
            ])
    }

    @Test func anIndentedCodeBlockOfTheNoteStaysOne() {
        #expect(
            pieces("```python\nx\n```\n\ntext\n\n    code\n") == [
                .cell(0), .markdown("text\n\n    code", indent: 0),
            ])
    }

    @Test func recordedOutputIsNoMarkdown() {
        let text = "```python\nprint(1)\n```\n\n输出：\n\n```output\n1\n```\n\nafter\n"
        #expect(pieces(text) == [.cell(0), .markdown("after", indent: 0)])
    }

    @Test func anEmptyNoteHasNoPieces() {
        #expect(pieces("").isEmpty)
        #expect(pieces("\n\n").isEmpty)
    }
}
