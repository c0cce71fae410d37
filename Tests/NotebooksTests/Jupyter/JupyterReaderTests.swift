import Diagnostics
import Notebooks
import Testing

/// Jupyter notebooks are read as their authors see them, and updated without touching anything else.
struct JupyterReaderTests {
    private func notebook(_ text: String) throws -> Notebook {
        try JupyterReader.read(SourceText(name: "a.ipynb", text: text))
    }

    private let sample = """
        {
          "metadata": {"kernelspec": {"language": "python"}, "zeta": 1, "alpha": [1.50]},
          "nbformat": 4, "nbformat_minor": 2,
          "cells": [
            {
              "cell_type": "markdown",
              "metadata": {},
              "source": ["# Title\\n", "```python\\n", "not_a_cell()\\n", "```"]
            },
            {
              "cell_type": "code",
              "metadata": {"tags": ["raises-exception"]},
              "execution_count": 3,
              "source": ["x = 1\\n", "x"],
              "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["hi\\n"]},
                {"output_type": "execute_result", "execution_count": 3, "metadata": {},
                 "data": {"text/plain": ["1"]}}
              ]
            }
          ]
        }

        """

    @Test func codeCellsRunAndCodeInMarkdownDoesNot() throws {
        let note = try notebook(sample)
        #expect(note.cells.map(\.source.text) == ["x = 1\nx"])
        #expect(note.cells[0].recordedOutput == "hi\n1")
        #expect(note.cells[0].options.error)
        guard case .code("python", _) = note.blocks[1].kind else {
            Issue.record("the fence is no code block")
            return
        }
    }

    @Test func linesKnowTheirPlaceInTheFile() throws {
        let cell = try notebook(sample).cells[0]
        #expect(cell.source.filePosition(of: 0) == SourcePosition(line: 14, column: 19))
        #expect(cell.source.filePosition(of: 6).line == 14)
    }

    @Test func onlyOutputsChange() throws {
        let source = SourceText(name: "a.ipynb", text: sample)
        let note = try JupyterReader.read(source)
        let run = CellRun(number: 9, status: .succeeded, outputs: [.stream(.stdout, "new\n")])
        let bytes = try #require(note.jupyter).updated(source, with: [0: run], renumbering: false)
        let text = String(decoding: bytes, as: UTF8.self)
        let start = try #require(sample.firstRange(of: "\"outputs\": ["))
        #expect(text.hasPrefix(sample[..<start.upperBound]))
        #expect(text.hasSuffix("\n    }\n  ]\n}\n"))
        #expect(try notebook(text).cells[0].recordedOutput == "new")
        #expect(text.contains("\"zeta\": 1, \"alpha\": [1.50]"))
    }

    @Test func olderFormatsAreUpgraded() throws {
        let old = """
            {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "n"}, "worksheets": [{"cells": [
              {"cell_type": "heading", "level": 2, "source": ["Part"], "metadata": {}},
              {"cell_type": "code", "language": "python", "input": ["1 + 1"], "prompt_number": 4,
               "metadata": {}, "outputs": [{"output_type": "pyout", "prompt_number": 4, "text": ["2"]}]}
            ]}]}
            """
        let note = try notebook(old)
        #expect(note.cells[0].source.text == "1 + 1")
        #expect(note.cells[0].recordedOutput == "2")
        #expect(note.source.text.contains("\"nbformat\": 4"))
    }

    @Test(arguments: [
        ("", "the JSON ends too early"), ("{", "a key in quotes is missing here"),
        ("{}", "a.ipynb is JSON, but no notebook: it has no `nbformat`"),
        ("{\"nbformat\": 4}", "a.ipynb is no notebook: it has no list of `cells`"),
        ("{\"nbformat\": 5}", "a.ipynb has notebook format 5; nbrun knows 3 and 4"),
        (String(repeating: "[", count: 100_000), "the JSON is nested too deeply"),
        ("{\"nbformat\": 4, \"cells\": [1, null]}", nil),
    ])
    func damageIsAnErrorMessage(_ text: String, _ message: String?) {
        do throws(Diagnostic) {
            _ = try JupyterReader.read(SourceText(name: "a.ipynb", text: text))
            #expect(message == nil)
        } catch {
            #expect(error.message == message)
        }
    }

    /// No cut and no changed byte of a notebook is more than an error message.
    @Test func damagedNotebooksNeverTrap() throws {
        let bytes = Array(sample.utf8)
        for count in stride(from: 0, to: bytes.count, by: 7) {
            _ = try? JupyterReader.read(SourceText(name: "a.ipynb", utf8: Array(bytes[..<count])))
        }
        var random = RandomNumbers(seed: 5)
        for _ in 0..<2000 {
            var damaged = bytes
            for _ in 0..<3 {
                damaged[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
            }
            _ = try? JupyterReader.read(SourceText(name: "a.ipynb", utf8: damaged))
        }
    }
}
