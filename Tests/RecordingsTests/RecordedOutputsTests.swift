import Diagnostics
import Notebooks
import Testing

@testable import Recordings

/// Recording an output changes the note there and nowhere else.
struct RecordedOutputsTests {
    private func recorded(_ text: String, _ outputs: [String]) -> String {
        let notebook = NotebookReader.read(SourceText(name: "note.md", text: text))
        var recording = RecordedOutputs(notebook)
        for (cell, output) in zip(notebook.cells, outputs) { recording.record(output, for: cell) }
        return String(decoding: recording.result().bytes, as: UTF8.self)
    }

    @Test func aNewOutputStandsBehindItsCell() {
        #expect(
            recorded("a\n\n```python\n1\n```\n\nb\n", ["1"])
                == "a\n\n```python\n1\n```\n\n```output\n1\n```\n\nb\n")
    }

    @Test func listsAndQuotesKeepTheirMarks() {
        #expect(
            recorded("- a\n  ```python\n  1\n  ```\n- b\n", ["1\n\n2"])
                == "- a\n  ```python\n  1\n  ```\n  ```output\n  1\n\n  2\n  ```\n- b\n")
        #expect(
            recorded("> ```python\n> 1\n> ```\n", ["1"])
                == "> ```python\n> 1\n> ```\n> ```output\n> 1\n> ```\n")
    }

    @Test func lineEndsStayAsTheyAre() {
        #expect(
            recorded("```python\r\n1\r\n```\r\n", ["1\n2"])
                == "```python\r\n1\r\n```\r\n\r\n```output\r\n1\r\n2\r\n```\r\n")
        #expect(recorded("```python\n1\n```", ["1"]) == "```python\n1\n```\n\n```output\n1\n```")
    }

    @Test(arguments: ["output", "text", "", "{output}"])
    func anOldOutputIsReplacedInItsFence(_ info: String) {
        #expect(
            recorded("```python\n1\n```\n\n```\(info)\n7\n8\n```\nb", ["1"])
                == "```python\n1\n```\n\n```\(info)\n1\n```\nb")
    }

    @Test func fencesGrowAroundFences() {
        #expect(
            recorded("```python\n1\n```\n```output\n7\n```\n", ["```\nx\n```"])
                == "```python\n1\n```\n````output\n```\nx\n```\n````\n")
    }

    @Test func anEmptyOutputLeavesItsFence() {
        #expect(
            recorded("```python\n1\n```\n```output\n7\n```\n", [""])
                == "```python\n1\n```\n```output\n```\n")
        #expect(recorded("```python\n1\n```\n", [""]) == "```python\n1\n```\n")
    }

    @Test func transcriptsKeepTheirForm() {
        #expect(
            recorded("In [1]:\nx = 5\nx\n\n7\n\nIn [2]:\nx + 1\n", ["5", "6"])
                == "In [1]:\nx = 5\nx\n\n5\n\nIn [2]:\nx + 1\n\n6\n")
    }

    @Test func whatWouldBeReadOtherwiseIsRefused() {
        let text = "In [1]:\nprint('y = 2')\n\nIn [2]:\n3\n"
        let notebook = NotebookReader.read(SourceText(name: "note.md", text: text))
        var recording = RecordedOutputs(notebook)
        recording.record("# a heading is no output", for: notebook.cells[0])
        recording.record("3", for: notebook.cells[1])
        let (bytes, refused) = recording.result()
        #expect(refused == [0])
        #expect(String(decoding: bytes, as: UTF8.self) == text + "\n3\n")
    }

    /// Notes of every kind: what is recorded reads back, a second recording changes nothing, and without the
    /// recorded outputs the note is what it was.
    @Test(arguments: 0..<120)
    func recordingIsFaithful(_ seed: Int) {
        var maker = NoteMaker(seed: UInt64(seed))
        let text = maker.note()
        let notebook = NotebookReader.read(SourceText(name: "note.md", text: text))
        let outputs = notebook.cells.map { _ in maker.output() }
        let once = recorded(text, outputs)
        #expect(recorded(once, outputs) == once)
        let again = NotebookReader.read(SourceText(name: "note.md", text: once))
        #expect(again.cells.map(\.source.text) == notebook.cells.map(\.source.text))
        for (cell, output) in zip(again.cells, outputs) where !output.isEmpty {
            #expect(cell.recordedOutput?.replacing("\r\n", with: "\n") == output)
        }
        var plain = Array(once.utf8)
        for cell in again.cells.reversed() {
            guard let span = cell.place?.recorded, notebook.cells[cell.index].recordedOutput == nil
            else { continue }
            plain.removeSubrange(span.start..<span.end)
        }
        if notebook.cells.allSatisfy({ $0.recordedOutput == nil }) {
            let kept = String(decoding: plain, as: UTF8.self).filter { !$0.isNewline }
            #expect(kept == text.filter { !$0.isNewline })
        }
    }
}

/// Makes notes of every kind, the same for the same seed.
private struct NoteMaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 1 }

    private mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    mutating func output() -> String {
        ["", "5", "[1. 2.]", "a\n\nb", "中文 ok", "```\nx\n```", "  indented"][roll(7)]
    }

    mutating func note() -> String {
        let blocks = (0..<(2 + roll(6))).map { _ in block() }
        let end = roll(2) == 0 ? "\n" : ""
        let text = blocks.joined(separator: "\n\n") + end
        return roll(3) == 0 ? text.replacing("\n", with: "\r\n") : text
    }

    private mutating func block() -> String {
        let code = ["x = 1", "x", "print(x)\n\nx", "#| label: a\nx", "s = '''\n```\n'''"][roll(4)]
        switch roll(8) {
        case 0: return "# 标题 \(roll(9))"
        case 1: return "prose $x_t$ and `code`."
        case 2: return fence(code, prefix: "")
        case 3: return "- item\n\n" + fence(code, prefix: "  ")
        case 4: return "1. item\n" + fence(code, prefix: "   ")
        case 5: return fence(code, prefix: "> ")
        case 6: return fence(code, prefix: "", marks: "~~~")
        default: return fence(code, prefix: "") + "\n\n```output\nold\n```"
        }
    }

    private func fence(_ code: String, prefix: String, marks: String = "```") -> String {
        ("\(marks)python\n\(code)\n\(marks)").split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map { prefix + $0 }.joined(separator: "\n")
    }
}
