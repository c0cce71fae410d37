import Diagnostics
import Notebooks
import Testing

@testable import Recordings

/// A cell is held to its recorded output as a reader would hold it.
struct CellComparisonTests {
    private func verdict(
        _ recorded: String?, _ found: String, again: String? = nil, options: String = "",
        status: CellRun.Status = .succeeded, outputs: [CellOutput]? = nil
    ) -> Verdict {
        let source = SourceText(name: "note.md", text: "```python\n\(options)x\n```\n")
        var cell = NotebookReader.read(source).cells[0]
        cell.recordedOutput = recorded
        let run = CellRun(
            number: 1, status: status, outputs: outputs ?? [.stream(.stdout, found)],
            sources: again == nil
                ? [] : [VaryingSource(kind: .random, call: "tf.random.normal", line: 12)])
        let note = ExecutedNotebook(
            notebook: Notebook(source: source, cells: [cell]), runs: [run], variables: [])
        var other = note
        other.runs[0].outputs = [.stream(.stdout, again ?? found)]
        let check = NoteCheck(CheckOptions(identities: 1_000_000...2_000_000))
        return check.verdict(on: note) { other }.cells[0].verdict
    }

    @Test func equalTextIsTheSame() {
        #expect(verdict("a\nb", "a\nb\n").name == "same")
        #expect(verdict("a  \n\nb", "a\nb").name == "same")
        #expect(verdict(nil, "").name == "same")
        #expect(verdict(nil, "a").name == "unrecorded")
    }

    @Test func numbersMayLieCloseTogether() {
        #expect(verdict("loss: 0.69314", "loss: 0.69315").name == "close")
        #expect(verdict("loss: 0.69314", "loss: 0.69400").name == "differs")
        #expect(verdict("[1. 2.]", "[1.00001 2.     ]").name == "close")
        #expect(verdict("1e-9", "2e-9").name == "close")
        #expect(verdict("nan", "0.1").name == "differs")
    }

    @Test func everythingElseIsExact() {
        #expect(verdict("shape=(4, 80)", "shape=(4, 81)").name == "differs")
        #expect(verdict("float32", "float64").name == "differs")
        #expect(verdict("1", "1.0").name == "differs")
        #expect(verdict("1 a", "1 a b").name == "differs")
    }

    @Test func identitiesAreEqualUpToRenaming() {
        #expect(verdict("(77, 77)", "(1000016, 1000016)").name == "close")
        #expect(verdict("(77, 78)", "(1000016, 1000016)").name == "differs")
        #expect(verdict("(77, 77)", "(1000016, 1000064)").name == "differs")
        #expect(verdict("<A at 0x7f00aa11>", "<A at 0x7f00bb22>").name == "close")
    }

    @Test func durationsAndBarsAreIgnored() {
        let wanted = "10/10 [====>.....] - 1s 3ms/step - loss: 0.5"
        #expect(verdict(wanted, "10/10 [==========] - 0s 12ms/step - loss: 0.5").name == "close")
        #expect(verdict(wanted, "10/10 [==========] - 0s 12ms/step - loss: 0.6").name == "differs")
        #expect(verdict("CPU times: user 1 s\n3", "CPU times: user 9 s\n3").name == "same")
    }

    @Test func dotsMatchAnything() {
        #expect(verdict("a ... z", "a b c z").name == "close")
        #expect(verdict("a ... z", "a b c").name == "differs")
        #expect(verdict("...", "whatever 1 2").name == "close")
        #expect(verdict("a ... m ... z", "a 1 m 2 m z").name == "close")
    }

    @Test func optionsOfTheCellDecide() {
        #expect(verdict("0.5", "0.50001", options: "#| test: exact\n").name == "differs")
        #expect(verdict("[0.5 2.]", "[9. -4.]", options: "#| test: shape\n").name == "shape")
        #expect(verdict("[0.5 2.]", "[9.]", options: "#| test: shape\n").name == "differs")
        #expect(verdict("a", "b", options: "#| test: skip\n").name == "skipped")
        #expect(verdict("1.0", "1.05", options: "#| rtol: 0.1\n").name == "close")
        #expect(verdict("a", "b", options: "# NBVAL_IGNORE_OUTPUT\n").name == "skipped")
    }

    @Test func unseededValuesAreComparedByShape() {
        guard
            case .shape(let reason) = verdict("x: [0.1 0.2]", "x: [0.3 0.4]", again: "x: [0.5 0.6]")
        else {
            Issue.record("compared otherwise")
            return
        }
        #expect(reason == "unseeded `tf.random.normal` at line 12")
        #expect(verdict("x: [0.1 0.2]", "y: [0.3 0.4]", again: "y: [0.5 0.6]").name == "differs")
        #expect(verdict("[0.1]", "[0.3 0.4]", again: "[0.5 0.6]").name == "differs")
        // What does not change from run to run is compared as ever.
        #expect(verdict("n=3 [0.1]", "n=4 [0.3]", again: "n=4 [0.5]").name == "differs")
        #expect(verdict("n=3 [0.1]", "n=3 [0.3]", again: "n=3 [0.5]").name == "shape")
    }

    @Test func errorsAreRecordedToo() {
        let report = ErrorReport(
            name: "ValueError", value: "no", frames: [],
            traceback: ["Traceback (most recent call last):", "ValueError: no"])
        let outputs = [CellOutput.error(report)]
        let ipython = "-----\nValueError     Traceback (most recent call last)\nValueError: no"
        #expect(
            verdict(ipython, "", status: .failed, outputs: outputs).name == "raised as recorded")
        #expect(verdict("5", "", status: .failed, outputs: outputs).name == "raised")
        #expect(verdict(nil, "", status: .failed, outputs: outputs).name == "raised")
    }

    @Test func differencesShowOnlyTheLinesThatMatter() throws {
        guard case .differs(let difference) = verdict("a\nb 0.5\nc", "a\nb 0.7\nc") else {
            Issue.record("compared otherwise")
            return
        }
        let hunk = try #require(difference.hunks.first)
        #expect(difference.hunks.count == 1)
        #expect((hunk.start, hunk.wanted, hunk.found) == (1, ["b 0.5"], ["b 0.7"]))
        #expect(try abs(#require(difference.largestError) - 0.4) < 1e-12)
    }
}
