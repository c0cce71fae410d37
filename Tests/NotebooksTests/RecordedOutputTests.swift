import Notebooks
import Testing

/// Outputs that a note's author recorded behind a cell.
struct RecordedOutputTests {
    private static let cell = "```python\nx\n```\n"

    @Test(arguments: [
        "```output\n1\n2\n```", "\n```{output}\n1\n2\n```", "```text\n1\n2\n```",
        "\n```\n1\n2\n```",
        "\n输出：\n\n```\n1\n2\n```", "\n输出:\n```output\n1\n2\n```", "\nOutput:\n\n```text\n1\n2\n```",
        "\nOut[3]:\n\n```\n1\n2\n```", "~~~{.output}\n1\n2\n~~~",
    ])
    func belongToTheCellAbove(markdown: String) {
        let notebook = read(Self.cell + markdown + "\n\nafter")
        #expect(outline(notebook.blocks) == "<cell 0><p>after</p>")
        #expect(notebook.cells[0].recordedOutput == "1\n2")
    }

    @Test(arguments: [
        ("text between\n\n```text\n1\n```", "<cell 0><p>text between</p><pre text>1</pre>"),
        ("```bash\n1\n```", "<cell 0><pre bash>1</pre>"),
        ("```output\n1\n```\n\n```output\n2\n```", "<cell 0><pre output>2</pre>"),
        ("```python\ny\n```\n\n```python\nz\n```", "<cell 0><cell 1><cell 2>"),
        ("    1", "<cell 0><pre >1</pre>"),
        ("- ```output\n  1\n  ```", "<cell 0><ul><li><pre output>1</pre></>"),
    ])
    func standDirectlyBehindAtTheSameLevel(markdown: String, expected: String) {
        #expect(outline(Self.cell + "\n" + markdown) == expected)
    }

    @Test func standInListsAndQuotes() {
        let notebook = read("- > ```py\n  > x\n  > ```\n  > ```output\n  > 1\n  >  2\n  > ```\n")
        #expect(outline(notebook.blocks) == "<ul><li><quote><cell 0></quote></>")
        #expect(notebook.cells[0].recordedOutput == "1\n 2")
    }

    @Test func areShownWithoutACell() {
        #expect(outline("```output\n1\n```") == "<pre output>1</pre>")
    }

    @Test func placesOfCellAndOutputAreBytesOfTheFile() throws {
        let markdown =
            "\u{FEFF}重\r\n\r\n1. > ```python\r\n   > x\r\n   > ```\r\n   >\r\n   > ```output\r\n   > 1\r\n   > ```\r\nend"
        let notebook = read(markdown)
        let place = try #require(notebook.cells.first?.place)
        let source = notebook.source
        #expect(source.text(of: place.cell) == "1. > ```python\r\n   > x\r\n   > ```\r\n")
        #expect(source.text(of: place.code) == "   > x\r\n")
        #expect(place.prefix == "   > ")
        #expect(place.fence == "```")
        #expect(place.form == .fence)
        #expect(
            source.text(of: try #require(place.recorded))
                == "   > ```output\r\n   > 1\r\n   > ```\r\n")
        #expect(source.text(of: try #require(place.recordedText)) == "   > 1\r\n")
    }
}
