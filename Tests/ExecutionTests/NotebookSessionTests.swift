import Diagnostics
import Notebooks
import Testing

@testable import Execution

/// What running a note's cells gives.
struct NotebookSessionTests {
    private func run(_ text: String, options: SessionOptions = SessionOptions()) -> ExecutedNotebook
    {
        NotebookSession.run(
            NotebookReader.read(SourceText(name: "note.md", text: text)), options: options)
    }

    private func cell(_ code: String) -> String { "```python\n\(code)\n```\n\n" }

    @Test func theLastExpressionIsShownAndOthersAreNot() {
        let run = run(cell("1 + 1\n2 + 2")).runs[0]
        #expect(Printed(run).result == "4")
    }

    @Test func aSemicolonSilencesTheResult() {
        #expect(Printed(run(cell("5;")).runs[0]).result == "")
    }

    @Test func aFailureDoesNotStopTheNextCell() {
        let executed = run(cell("1 / 0") + cell("print('on')"))
        #expect(executed.runs.map(\.status) == [.failed, .succeeded])
        #expect(Printed(executed.runs[1]).stdout == "on\n")
    }

    @Test func stopOnErrorSkipsTheRest() {
        let executed = run(
            cell("1 / 0") + cell("print('on')"), options: SessionOptions(stopsOnError: true))
        #expect(executed.runs.map(\.status) == [.failed, .skipped])
    }

    @Test func anExpectedFailureIsNoFailure() {
        #expect(run(cell("#| error: true\n1 / 0")).runs[0].status == .failedAsExpected)
    }

    @Test func aCellThatIsNotEvaluatedIsSkipped() {
        #expect(run(cell("#| eval: false\n1 / 0")).runs[0].status == .skipped)
    }

    @Test func errorsNameTheLineOfTheNote() throws {
        let executed = run("text\n\n- item\n\n  ```python\n  x = 1\n  y = x + z\n  ```\n")
        guard case .error(let report)? = executed.runs[0].outputs.last else {
            Issue.record("no error")
            return
        }
        #expect(report.name == "NameError")
        #expect(report.frames.last?.position == SourcePosition(line: 7, column: 11))
        #expect(report.frames.last?.cell == "In [1]")
        #expect(report.traceback.contains("  File \"note.md\", line 7, in <module>"))
    }

    @Test func theUsualNamesAreImportedForANoteThatUsesThem() {
        let note = cell("x = np.zeros(3)\nx")
        #expect(run(note).prelude == ["import numpy as np"])
        #expect(run(note, options: SessionOptions(prelude: false)).runs[0].status == .failed)
        #expect(run(cell("np = 1\nnp")).prelude == [])
    }

    @Test func assignmentsLeaveTheirShapes() {
        let run = run(cell("import tensorflow as tf\nx = tf.zeros([4, 3])\nn = 3")).runs[0]
        #expect(
            run.shapeNotes == [ShapeNote(line: 2, name: "x", shape: "(4, 3)", dtype: "float32")])
        #expect(run.variables.map(\.name) == ["n", "x"])
    }

    @Test func printedTextIsCutAtItsLimit() {
        let run = run(
            cell("for i in range(40000):\n    print('a line that is long enough to matter', i)")
        ).runs[0]
        #expect(Printed(run).stdout.utf8.count < 1_100_000)
        #expect(Printed(run).stdout.contains("[the rest is left out"))
    }

    @Test func unseededNumbersAreTheSameOnEveryRun() {
        let note = cell(
            "import tensorflow as tf\nprint(tf.random.normal([2]).numpy(), id(note := [1]))")
        #expect(Printed(run(note).runs[0]).stdout == Printed(run(note).runs[0]).stdout)
        let other = run(note, options: SessionOptions(seed: .fixed(1)))
        #expect(Printed(run(note).runs[0]).stdout != Printed(other.runs[0]).stdout)
    }

    @Test func deepRecursionIsAnErrorAndNoCrash() {
        let run = run(cell("def f(n):\n    return f(n + 1)\nf(0)")).runs[0]
        #expect(Printed(run).error == "RecursionError: maximum recursion depth exceeded")
    }

    @Test func magicsLeaveThePythonAsItIs() {
        let executed = run(cell("%matplotlib inline\nprint(1)") + cell("!ls"))
        #expect(Printed(executed.runs[0]).stdout == "1\n")
        #expect(executed.runs[1].status == .failed)
    }

    @Test func progressBarsEndAsTheyStand() {
        #expect(TerminalText.settled("1/2\r2/2\n") == "2/2\n")
        #expect(TerminalText.settled("ab\u{8}c") == "ac")
        #expect(TerminalText.settled("a\r\nb") == "a\nb")
    }
}
