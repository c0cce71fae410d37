import Notebooks
import Testing

/// Outputs that a note's author recorded behind a cell.
struct RecordedOutputTests {
    private static let cell = "```python\nx\n```\n"

    @Test(arguments: [
        "```output\n1\n2\n```", "\n```{output}\n1\n2\n```", "```text\n1\n2\n```",
        "\n```\n1\n2\n```",
        "\n输出：\n\n```\n1\n2\n```", "\n输出:\n```output\n1\n2\n```", "\nOutput:\n\n```text\n1\n2\n```",
        "\n    1\n    2", "\nOut[3]:\n\n```\n1\n2\n```", "~~~{.output}\n1\n2\n~~~",
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
        ("    y = 1", "<cell 0><pre >y = 1</pre>"),
        ("输出：\n\n    1", "<cell 0><p>输出：</p><pre >1</pre>"),
        ("- a\n\n      1", "<cell 0><ul loose><li><p>a</p><pre >1</pre></>"),
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

    @Test(arguments: [
        ("```\ny = 1\n```", "<cell 0><pre >y = 1</pre>"),
        ("```\nprint(x)\n```", "<cell 0><pre >print(x)</pre>"),
        ("```\npip install x\n```", "<cell 0><pre >pip install x</pre>"),
        ("```\ntensor([1])\n```", "<cell 0>"),
        ("```\n(4, 64)\n```", "<cell 0>"),
        ("```\nHello\n```", "<cell 0>"),
        ("输出：\n\n```\ny = 1\n```", "<cell 0>"),
    ])
    func withoutAWordDoNotReadAsCode(markdown: String, expected: String) {
        #expect(outline(Self.cell + "\n" + markdown) == expected)
    }

    /// What stands in the fence, the code, the prompt and the output.
    @Test(arguments: [
        ("x = 1\nx\noutput:\n1", "x = 1\nx", nil, "1"),
        ("f(x)\n\noutput：(4, 64) (4, 64)\n", "f(x)", nil, "(4, 64) (4, 64)"),
        ("x\n输出：\n1\n2\n\n", "x", nil, "1\n2"),
        ("In [3]:\nx\nOut[3]:\n[<tf.Variable>]", "x", 3, "[<tf.Variable>]"),
        ("In [5]:print(x)", "print(x)", 5, nil),
        ("In[3]\nx", "x", 3, nil),
        ("In[3] = 1", "In[3] = 1", nil, nil),
        ("x = 1\noutput: Tensor = f(x)\ny", "x = 1\noutput: Tensor = f(x)\ny", nil, nil),
        ("output:\n1", "output:\n1", nil, nil),
        ("for x in\noutput:\n1", "for x in\noutput:\n1", nil, nil),
    ])
    func standInsideTheFenceToo(fence: String, code: String, prompt: Int?, output: String?) throws {
        let notebook = read(
            "- ```python\n"
                + fence.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "  \($0)\n" }.joined() + "  ```\n")
        let cell = try #require(notebook.cells.first)
        #expect(cell.source.text == code)
        #expect(cell.prompt == prompt)
        #expect(cell.recordedOutput == output)
        let place = try #require(cell.place)
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        if prompt != 5 {
            #expect(notebook.source.text(of: place.code) == lines.map { "  \($0)\n" }.joined())
        }
        #expect((place.recorded == nil) == (output == nil))
    }

    @Test func indentedOnesHaveTheirPlace() throws {
        let notebook = read("- ```python\n  x\n  ```\n\n      [1,\n\n       2]\n\n  text\n")
        #expect(outline(notebook.blocks) == "<ul loose><li><cell 0><p>text</p></>")
        #expect(notebook.cells[0].recordedOutput == "[1,\n\n 2]")
        let place = try #require(notebook.cells[0].place?.recorded)
        #expect(notebook.source.text(of: place) == "      [1,\n\n       2]\n")
    }

    @Test func areShownWithoutACell() {
        #expect(outline("```output\n1\n```") == "<pre output>1</pre>")
    }

    @Test func placesOfCellAndOutputAreBytesOfTheFile() throws {
        let lines = [
            "\u{FEFF}重", "", "1. > ```python", "   > x", "   > ```", "   >", "   > ```output",
            "   > 1",
            "   > ```", "end",
        ]
        let markdown = lines.joined(separator: "\r\n")
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
