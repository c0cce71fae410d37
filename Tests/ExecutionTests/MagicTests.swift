import Diagnostics
import Notebooks
import Testing

@testable import Execution

/// What IPython's lines do in a note.
struct MagicTests {
    private func run(_ cells: String...) -> ExecutedNotebook {
        let text = cells.map { "```python\n\($0)\n```\n\n" }.joined()
        return NotebookSession.run(
            NotebookReader.read(SourceText(name: "note.md", text: text)))
    }

    private func printed(_ cell: String) -> String { Printed(run(cell).runs[0]).stdout }

    @Test func aLineThatGoesOnIsNoMagic() {
        #expect(printed("print('%d of %d'\n    % (1, 2))") == "1 of 2\n")
        #expect(printed("print('''\n%time\n!ls\n''')") == "\n%time\n!ls\n\n")
        #expect(printed("x = 7 \\\n% 4\nprint(x)") == "3\n")
    }

    @Test func aTimedStatementRunsAndThePageTellsNoTime() {
        let run = run("%time y = 2 + 3\ny").runs[0]
        #expect(Printed(run).stdout.hasSuffix("Wall time: <t>\n"))
        #expect(Printed(run).result == "5")
    }

    @Test func theMeasuredTimeIsANote() {
        let notes = run("%%time\nx = 1").diagnostics.filter { $0.severity == .note }
        #expect(notes.contains { $0.message.hasPrefix("this took ") })
    }

    @Test func aTimedExpressionIsTheResult() {
        #expect(Printed(run("%time 3 + 4").runs[0]).result == "7")
    }

    @Test func timeitRunsAsOftenAsItIsTold() {
        let text = printed(
            "n = 0\ndef f():\n    global n\n    n += 1\n%timeit -n 4 -r 2 f()\nprint(n)")
        #expect(text == "<t> ± <t> per loop (mean ± std. dev. of 2 runs, 4 loops each)\n8\n")
    }

    @Test func aTimedStatementInsideABlockRuns() {
        let times = "CPU times: user <t>, sys: <t>, total: <t>\nWall time: <t>\n"
        #expect(printed("if True:\n    %time x = 4\n    print(x)") == times + "4\n")
        let function = "def f(n):\n    %time y = f(n - 1) if n else 0\n    return n\nprint(f(1))"
        #expect(printed(function) == times + times + "1\n")
        #expect(printed("for i in range(2):\n    %matplotlib inline\n    print(i)") == "0\n1\n")
    }

    @Test func timeitInsideABlockRunsAsOftenAsItIsTold() {
        let text = printed(
            "n = 0\nif True:\n    %timeit -n 4 -r 2 globals().update(n=n + 1)\nprint(n)")
        #expect(text == "<t> ± <t> per loop (mean ± std. dev. of 2 runs, 4 loops each)\n8\n")
    }

    @Test func aCommandInsideABlockIsRefusedWhereTheProgramComesToIt() throws {
        #expect(printed("if False:\n    !ls\nprint(1)") == "1\n")
        let cell = "def f():\n    files = !ls data\n    return 1\nprint(0)\nf()"
        let run = run(cell).runs[0]
        #expect(Printed(run).stdout == "0\n")
        guard case .error(let report)? = run.outputs.last else {
            Issue.record("no error")
            return
        }
        #expect(report.name == "NotImplementedError")
        #expect(report.traceback.contains("    files = !ls data"))
    }

    @Test func mistakesInTimedStatementsKeepTheirPlace() throws {
        let run = run("x = 1\n%time x / 0").runs[0]
        guard case .error(let report)? = run.outputs.last else {
            Issue.record("no error")
            return
        }
        #expect(report.traceback.contains("    %time x / 0"))
        #expect(report.traceback.contains("          ~~^~~"))
    }

    @Test func unknownMagicsAreMistakes() {
        let runs = run("%foo 1", "%%bar\nx").runs
        #expect(Printed(runs[0]).error == "UsageError: Line magic function `%foo` not found.")
        #expect(Printed(runs[1]).error == "UsageError: Cell magic `%%bar` not found.")
    }

    @Test func commandsAreRefused() {
        let runs = run("!ls", "files = !ls").runs
        for run in runs {
            #expect(Printed(run).error.contains("a note may not start programs"))
        }
    }

    @Test func variablesAreListedAsIPythonDoes() {
        let text = printed("x = 3\nwords = ['a', 'b']\n%whos")
        #expect(
            text == """
                Variable   Type    Data/Info
                ----------------------------
                words      list    n=2
                x          int     3

                """)
    }

    @Test func aQuestionMarkTellsOfAnObject() {
        let text = printed("def f(a, b=2):\n    'Doc text.'\nf?")
        #expect(
            text == """
                Signature: f(a, b=2)
                Docstring: Doc text.
                Type:      function

                """)
        #expect(printed("?nothing") == "Object `nothing` not found.\n")
    }

    @Test func helpShowsTheSignature() {
        let text = printed("def f(a, b=2):\n    'Doc text.'\nhelp(f)")
        #expect(text == "Help on function f in module __main__:\n\nf(a, b=2)\n    Doc text.\n\n")
    }

    @Test func inputsAndResultsAreRemembered() {
        let runs = run("1 + 1", "(_, Out[1], _1, In[1])").runs
        #expect(Printed(runs[1]).result == "(2, 2, 2, '1 + 1')")
    }

    @Test func capturedOutputIsNotShown() {
        #expect(printed("%%capture\nprint(1)") == "")
    }
}
