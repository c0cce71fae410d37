import Diagnostics
import Foundation
import Notebooks
import TestSupport
import Testing

@testable import Execution

/// A folder of the system's temporary ones, with notes and a cache.
private final class Scratch {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    var path: String { folder.path }

    func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

    /// Runs a note with one cell below some prose.
    func run(
        _ code: String, _ options: SessionOptions = SessionOptions(), below prose: String = ""
    ) throws -> NoteRun {
        try run(note: prose + "```python\n\(code)\n```\n", options)
    }

    func run(note text: String, _ options: SessionOptions = SessionOptions()) throws -> NoteRun {
        let cache = try #require(RunCache(CacheFolder(beside: path)))
        return cache.run(notebook(text), options: options)
    }

    /// What a run without any cache gives.
    func fresh(_ code: String, below prose: String) -> NoteRun {
        NotebookSession.record(
            notebook(prose + "```python\n\(code)\n```\n"), options: SessionOptions())
    }

    private func notebook(_ text: String) -> Notebook {
        NotebookReader.read(SourceText(name: path + "/note.md", text: text))
    }

    var entries: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path + "/.nbrun/cache")) ?? []
    }
}

extension NoteRun {
    /// What the first cell printed.
    fileprivate var printed: String {
        if case .stream(_, let text)? = note.runs.first?.outputs.first { text } else { "" }
    }
}

@Suite struct RunCacheTests {
    @Test func theSecondRunOfANoteExecutesNothing() throws {
        let scratch = try Scratch()
        let first = try scratch.run("x = 6\nprint(x * 7)\nx")
        let second = try scratch.run("x = 6\nprint(x * 7)\nx")
        #expect(!first.isSaved && second.isSaved)
        #expect(first.printed == "42\n" && second.printed == "42\n")
        #expect(second.note.variables == first.note.variables)
    }

    @Test func anotherTextOrOptionRunsAgain() throws {
        let scratch = try Scratch()
        _ = try scratch.run("print(1)")
        #expect(try !scratch.run("print(2)").isSaved)
        var options = SessionOptions()
        options.stopsOnError = true
        #expect(try !scratch.run("print(2)", options).isSaved)
        options.onStart = { _ in }
        #expect(try scratch.run("print(2)", options).isSaved)
    }

    @Test func aFileThatChangesRunsTheNoteAgain() throws {
        let scratch = try Scratch()
        try scratch.write("one", to: "data.txt")
        let code = "print(open('data.txt').read())"
        #expect(try scratch.run(code).printed == "one\n")
        #expect(try scratch.run(code).isSaved)
        try scratch.write("two", to: "data.txt")
        let again = try scratch.run(code)
        #expect(!again.isSaved && again.printed == "two\n")
    }

    @Test func aFileThatComesRunsTheNoteAgain() throws {
        let scratch = try Scratch()
        let code = "import os\nprint(os.path.exists('data.txt'), os.listdir('.'))"
        #expect(try scratch.run(code).printed == "False []\n")
        #expect(try scratch.run(code).isSaved)
        try scratch.write("", to: "data.txt")
        #expect(try scratch.run(code).printed == "True ['data.txt']\n")
    }

    @Test(arguments: [
        "import time\nprint(time.time() > 0)", "import time\nprint(len(time.ctime()) > 0)",
        "import time, numpy as np\n[np.random.rand() for _ in range(300)]\nprint(time.perf_counter() > 0)",
    ])
    func theClockIsNeverKept(code: String) throws {
        let scratch = try Scratch()
        #expect(try !scratch.run(code).isRepeatable)
        #expect(try !scratch.run(code).isSaved)
    }

    @Test func drawnSeedsAreNeverKept() throws {
        let scratch = try Scratch()
        let options = SessionOptions(seed: .random)
        _ = try scratch.run("print(1)", options)
        #expect(try !scratch.run("print(1)", options).isSaved)
    }

    @Test func damagedEntriesAreRunAgain() throws {
        let scratch = try Scratch()
        _ = try scratch.run("print(1)")
        let entry = try #require(scratch.entries.first { $0.hasSuffix(".run") })
        let url = URL(fileURLWithPath: scratch.path + "/.nbrun/cache/" + entry)
        let whole = try Data(contentsOf: url)
        for bytes in [Data(), whole.prefix(40), whole.dropLast(), Data(repeating: 0, count: 300)] {
            try bytes.write(to: url)
            chmod(url.path, 0o600)
            #expect(try !scratch.run("print(1)").isSaved)
        }
        #expect(try scratch.run("print(1)").isSaved)
    }

    @Test func othersCannotPlantEntries() throws {
        let scratch = try Scratch()
        _ = try scratch.run("print(1)")
        let entry = try #require(scratch.entries.first { $0.hasSuffix(".run") })
        chmod(scratch.path + "/.nbrun/cache/" + entry, 0o666)
        #expect(try !scratch.run("print(1)").isSaved)
    }

    @Test func errorsAreKeptWithTheirPlaces() throws {
        let scratch = try Scratch()
        _ = try scratch.run("1 / 0")
        let saved = try scratch.run("1 / 0")
        guard case .error(let report)? = saved.note.runs.first?.outputs.first else {
            Issue.record("the error is gone")
            return
        }
        #expect(saved.isSaved && report.diagnostic.message == "ZeroDivisionError: division by zero")
        #expect(report.diagnostic.place?.position.line == 2)
    }

    // MARK: What stands between the cells

    @Test(arguments: ["# A title\n\n", "Words.\n\n- and\n- more\n\n$$x^2$$\n\n"])
    func proseExecutesNothing(prose: String) throws {
        let scratch = try Scratch()
        let code = "x = [1, 2]\nprint(sum(x))\nx"
        _ = try scratch.run(code)
        let moved = try scratch.run(code, below: prose)
        #expect(moved.isSaved)
        #expect(moved.shown == scratch.fresh(code, below: prose).shown)
    }

    /// Whatever tells on which line of the file something stands.
    @Test(arguments: [
        "1 / 0", "def f(): pass\nprint(f.__code__.co_firstlineno)", "x = (1,",
        "def f(): pass\nprint(f.__code__)", "import warnings\nwarnings.warn('old')",
        "import traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    print(traceback.format_exc())",
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    print(e.__traceback__.tb_lineno)",
        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    print(e.__traceback__.tb_frame.f_lineno)",
        "try:\n    eval('1 +')\nexcept SyntaxError as e:\n    print(e.lineno)",
        "import numpy as np\nprint(np.random.rand(2).shape)", "%unknown magic",
    ])
    func aResultThatNamesALineRunsAgainWhereTheLineHasMoved(code: String) throws {
        let scratch = try Scratch()
        _ = try scratch.run(code, below: "one\n\n")
        let sameLines = try scratch.run(code, below: "two\n\n")
        #expect(sameLines.isSaved)
        let moved = try scratch.run(code, below: "two\n\nthree\n\n")
        #expect(!moved.isSaved)
        #expect(moved.shown == scratch.fresh(code, below: "two\n\nthree\n\n").shown)
    }

    @Test func cellsThatAreJoinedOrOrderedAnewRunAgain() throws {
        let scratch = try Scratch()
        func cells(_ sources: String...) -> String {
            sources.map { "```python\n\($0)\n```\n\n" }.joined()
        }
        _ = try scratch.run(note: cells("print(1)", "print(2)"))
        #expect(try !scratch.run(note: cells("print(1)\nprint(2)")).isSaved)
        #expect(try !scratch.run(note: cells("print(2)", "print(1)")).isSaved)
        #expect(try !scratch.run(note: cells("print(2)", "print(1)", "print(1)")).isSaved)
        #expect(
            try scratch.run(note: "# T\n\n" + cells("print(2)", "print(1)", "print(1)")).isSaved)
    }

    @Test(arguments: ["#| eval: false\nprint(1)", "#| error: true\nprint(1)", "print(1) "])
    func theCellsOptionsDecideToo(code: String) throws {
        let scratch = try Scratch()
        _ = try scratch.run("print(1)")
        #expect(try !scratch.run(code).isSaved)
    }

    @Test func theSeedInTheFrontMatterDecidesToo() throws {
        let scratch = try Scratch()
        let code = "import numpy as np\nprint(np.random.rand())"
        let first = try scratch.run(code, below: "---\nnbrun:\n  seed: 1\n---\n")
        let second = try scratch.run(code, below: "---\nnbrun:\n  seed: 2\n---\n")
        #expect(!second.isSaved && first.printed != second.printed)
        let titled = try scratch.run(code, below: "---\nnbrun:\n  seed: 2\n---\n")
        #expect(titled.isSaved)
    }
}
