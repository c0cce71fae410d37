import Diagnostics
import Notebooks
import Testing

/// Which blocks are cells, and what is in them.
struct CellTests {
    @Test(arguments: [
        "python", "Python", "py", "python3", "ipython", "ipython3", "{python}",
        "{python, echo=false}",
        "{.python .input}", "{.python .input  n=5}", "{code-cell}", "{code-cell} ipython3",
        "{code-cell} python", "python {.numberLines}", "python{1,3}", "python title=\"a b\"",
        "  python  ", "{ .python }", "{python label, echo=FALSE}",
    ])
    func theseFencesRun(info: String) {
        let notebook = read("```\(info)\nx = 1\n```\n")
        #expect(outline(notebook.blocks) == "<cell 0>")
        #expect(notebook.cells.first?.source.text == "x = 1")
    }

    @Test(arguments: [
        ("", ""), ("python-repl", "python-repl"), ("pycon", "pycon"), ("output", "output"),
        ("text", "text"), ("bash", "bash"), ("c++", "c++"), ("{r}", "r"), ("{.bash .x}", "bash"),
        ("pythonic", "pythonic"), ("{code-cell} r", "r"), ("json x", "json"), ("toc", "toc"),
    ])
    func otherFencesAreShown(info: String, language: String) {
        #expect(outline("```\(info)\nx = 1\n```") == "<pre \(language)>x = 1</pre>")
    }

    @Test func anIndentedBlockIsCode() {
        #expect(outline("a\n\n    x = 1\n\n    y\n") == "<p>a</p><pre >x = 1\n\ny</pre>")
    }

    /// The note, the cell's code, and where its lines begin: `line:column`.
    @Test(arguments: [
        ("```python\nx\ny\n```", "x\ny", "2:1 3:1"),
        ("~~~~python\n```\n~~~\n~~~~", "```\n~~~", "2:1 3:1"),
        ("- a\n\n  ```python\n  x\n    y\n\n  z\n  ```", "x\n  y\n\nz", "4:3 5:3 6:1 7:3"),
        ("- ```python\n  x\n  ```", "x", "2:3"),
        ("  - ```python\n    x\n    ```", "x", "2:5"),
        ("1. - > ```python\n   - > x\n", "", "2:1"),
        ("> ```python\n> x\n>y\n>  z\n> ```", "x\ny\n z", "2:3 3:2 4:3"),
        (">> ```python\n>> x\n>> ```", "x", "2:4"),
        ("1. > - ```python\n   >   x\n   >   ```", "x", "2:8"),
        ("  ```python\n  x\n y\n    z\n  ```", "x\ny\n  z", "2:3 3:2 4:3"),
        ("- a\n\n\t```python\n\tx\n\t\ty\n\t```", "x\n\ty", "4:2 5:2"),
        (">\t```python\n>\tx\n>\t```", "x", "2:3"),
        ("- a\n  ```python\n\tx\n  ```", "  x", "3:0"),
        ("```python\r\nx\r\n\r\ny\r\n```\r\n", "x\n\ny", "2:1 3:1 4:1"),
        ("\u{FEFF}```python\nx\n```", "x", "2:1"),
        ("```python\n重 = 1\n```", "重 = 1", "2:1"),
        ("> 重\n> ```python\n> x\n", "x", "3:3"),
        ("```python\n```", "", "2:1"),
        ("[^1]\n\n[^1]: a\n\n    ```python\n    x\n    ```", "x", "6:5"),
    ])
    func codeLosesItsPrefixAndKeepsItsPlace(markdown: String, code: String, places: String) {
        let cell = read(markdown).cells.first
        #expect(cell?.source.text == code)
        let lines = cell?.source.origin?.lines.map { "\($0.line):\($0.column)" } ?? []
        #expect(lines.joined(separator: " ") == places)
    }

    @Test func cellsStandWhereTheyAreInTheTree() {
        let markdown = """
            + a

              + b

                > q

                ```python
                x
                ```

              > ```py
              > y
              > ```
            """
        #expect(
            outline(markdown)
                == "<ul loose><li><p>a</p><ul loose><li><p>b</p><quote><p>q</p></quote><cell 0></>"
                + "<quote><cell 1></quote></>")
    }

    @Test func cellsAreNumberedInTheOrderOfTheFile() {
        let notebook = read("[^1]: ```python\n    a\n    ```\n\ntext[^1]\n\n```python\nb\n```\n")
        #expect(notebook.cells.map(\.source.text) == ["a", "b"])
        #expect(outline(notebook.blocks) == "<p>text[^1 1]</p><cell 1><note 1 1><cell 0></note>")
    }

    @Test func aMistakeInACellHasItsPlaceInTheFile() {
        let cell = read("- a\n\n  ```python\n  x = 1\n  y = é(\n  ```").cells[0]
        let offset = cell.source.utf8.firstIndex(of: UInt8(ascii: "("))!
        #expect(cell.source.filePosition(of: offset) == SourcePosition(line: 5, column: 8))
    }

    @Test(arguments: [
        ("```python\nx = 1\n\ny = 2", "<cell 0>", "x = 1\n\ny = 2"),
        ("```python\nx = 1\n\n# comment\n\ny = 2\n", "<cell 0>", "x = 1\n\n# comment\n\ny = 2"),
        (
            "```python\nx = 1\n\n## Next\n\ntext $a_b$", "<cell 0><h2>Next</h2><p>text ⟨a_b⟩</p>",
            "x = 1"
        ),
        (
            "```python\nx = 1\n\n接下来，我们继续。\n\n- a", "<cell 0><p>接下来，我们继续。</p><ul><li><p>a</p></>",
            "x = 1"
        ),
        ("```python\nx = 1\n```python\ny = 2\n```\nend", "<cell 0><cell 1><p>end</p>", "x = 1"),
        (
            "> ```python\n> x = 1\n>\n> # Next\n>\n> ```py\n> y\n> ```",
            "<quote><cell 0><h1>Next</h1><cell 1></quote>", "x = 1"
        ),
        ("- ```python\n  x = 1\n  ```python\n  y\n  ```", "<ul><li><cell 0><cell 1></>", "x = 1"),
    ])
    func anUnclosedCellEndsWithItsCode(markdown: String, blocks: String, code: String) {
        let notebook = read(markdown)
        #expect(outline(notebook.blocks) == blocks)
        #expect(notebook.cells.first?.source.text == code)
        #expect(notebook.diagnostics.map(\.message) == ["this code fence is never closed"])
        #expect(notebook.diagnostics.first?.place?.position.line == 1)
    }

    @Test func aLongerFenceMayHoldShorterOnes() {
        let notebook = read("````python\nx = '''\n```python\n'''\n````\n")
        #expect(notebook.cells.map(\.source.text) == ["x = '''\n```python\n'''"])
        #expect(notebook.diagnostics.isEmpty)
    }

    @Test func anUnclosedFenceIsReported() {
        let notebook = read("a\n\n- b\n  ````python\n  x\n\nc\n")
        #expect(outline(notebook.blocks) == "<p>a</p><ul><li><p>b</p><cell 0></><p>c</p>")
        #expect(notebook.diagnostics.map(\.message) == ["this code fence is never closed"])
        #expect(notebook.diagnostics[0].place?.position == SourcePosition(line: 4, column: 3))
        #expect(notebook.diagnostics[0].hints == ["close it with ```` on a line of its own"])
    }
}
