import Diagnostics
import Notebooks
import PythonRuntime
import Testing

@testable import Execution

/// A cell that takes too much ends, whatever it catches, and the note goes on.
struct CellLimitTests {
    private func run(_ code: String, _ limits: CellLimits) -> [CellRun] {
        let text = "```python\n\(code)\n```\n```python\nprint('next')\n```\n"
        let notebook = NotebookReader.read(SourceText(name: "note.md", text: text))
        var options = SessionOptions()
        options.limits = limits
        return NotebookSession.run(notebook, options: options).runs
    }

    private func error(_ run: CellRun) -> ErrorReport? {
        for case .error(let report) in run.outputs { return report }
        return nil
    }

    @Test(arguments: [
        "while True: pass",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "def f():\n    try:\n        while True: pass\n    finally:\n        while True: pass\nf()",
        "def g():\n    while True: yield 1\nfor x in g(): pass",
        "def f(n): return f(n - 1) + f(n - 2) if n > 1 else n\nf(80)",
        "import itertools\nsum(itertools.count())",
        "class S:\n    def __getitem__(self, i): return i\nset(S())",
    ])
    func timeIsLimited(_ code: String) {
        let runs = run(code, CellLimits(seconds: 0.2, bytes: nil))
        #expect(error(runs[0])?.name == "TimeoutError")
        #expect(error(runs[0])?.hints == ["the limit is 0.2 s; --timeout sets another"])
        #expect(runs[1].status == .succeeded)
    }

    @Test func memoryIsLimited() {
        let code = "a = []\nwhile True: a.append(b'x' * 1000000 + b'y')"
        let runs = run(code, CellLimits(seconds: 60, bytes: ResidentMemory.bytes + 200 << 20))
        #expect(error(runs[0])?.name == "MemoryError")
        #expect(runs[1].status == .succeeded)
    }

    @Test func interruptingByHandSkipsTheRest() {
        let text = "```python\nwhile True: pass\n```\n```python\n1\n```\n"
        var options = SessionOptions()
        options.onStart = { $0.request(.keyboard) }
        let runs = NotebookSession.run(
            NotebookReader.read(SourceText(name: "note.md", text: text)), options: options
        ).runs
        #expect(error(runs[0])?.name == "KeyboardInterrupt")
        #expect(runs[1].status == .skipped)
    }
}
