import Diagnostics
import Foundation
import Notebooks
import TestSupport
import Testing

@testable import Execution

/// A note in a folder of its own that keeps the state behind every cell.
final class CachedNote {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A note beside the files that storable notes read.
    static func withFiles() throws -> CachedNote {
        let note = try CachedNote()
        try note.write("a,b\n1,2\n", to: "data.csv")
        try note.write(
            "calls = []\ndef note(x):\n    calls.append(x)\n    return len(calls)\n",
            to: "helper.py")
        return note
    }

    var path: String { folder.path }

    func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }

    func run(_ notebook: Notebook) throws -> NoteRun {
        var cache = try #require(RunCache(CacheFolder(beside: path)))
        cache.leastSeconds = 0
        return cache.run(notebook, options: SessionOptions())
    }

    func run(_ cells: [String]) throws -> NoteRun { try run(notebook(cells)) }

    /// What a run without any cache gives.
    func fresh(_ cells: [String]) -> NoteRun {
        NotebookSession.record(notebook(cells), options: SessionOptions())
    }

    func notebook(_ cells: [String]) -> Notebook {
        let text = cells.map { "```python\n\($0)\n```\n" }.joined(separator: "\nprose\n\n")
        return NotebookReader.read(SourceText(name: path + "/note.md", text: text))
    }

    func entry(_ suffix: String) throws -> String {
        let folder = path + "/.nbrun/cache"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return folder + "/" + (try #require(names.first { $0.hasSuffix(suffix) }))
    }
}

extension NoteRun {
    /// All that a reader can see of the run, but for how long it took.
    var shown: String {
        let runs = note.runs.map { run in
            var run = run
            run.duration = 0
            return run
        }
        let encoder = JSONEncoder()
        // Two equal dictionaries need not print their keys in one order.
        encoder.outputFormatting = .sortedKeys
        let text = (try? encoder.encode(runs)).map { String(decoding: $0, as: UTF8.self) }
        let files = note.files.map { "\($0.path) \($0.bytes.count)" }
        return "\(text ?? "")\n\(note.variables)\n\(note.prelude)\n\(note.diagnostics)\n\(files)"
    }

    /// What a cell printed.
    func printed(_ cell: Int) -> String {
        note.runs[cell].outputs.map {
            if case .stream(_, let text) = $0 { text } else { "" }
        }.joined()
    }
}

@Suite struct CellCacheTests {
    /// A cell of each note is edited: what the page then shows must be what a run of the whole
    /// note shows, and no cell before the edited one may have run.
    @Test(arguments: StorableNotes.all)
    func anEditedCellSeesTheStateThatTheOthersLeft(note: StorableNotes.Note) throws {
        for place in Set([1, note.cells.count - 1]).sorted() {
            let cached = try CachedNote.withFiles()
            _ = try cached.run(note.cells)
            var edited = note.cells
            edited[place] = "edited = 1\n" + edited[place]
            let run = try cached.run(edited)
            #expect(run.savedCells == place, "\(note.name), cell \(place): \(run.reason as Any)")
            #expect(run.shown == cached.fresh(edited).shown, "\(note.name), cell \(place)")
        }
    }

    /// A second edit behind the first goes on from the states of two runs.
    @Test(arguments: StorableNotes.several)
    func statesOfSeveralRunsFitTogether(note: StorableNotes.Note) throws {
        let cached = try CachedNote.withFiles()
        var cells = note.cells
        _ = try cached.run(cells)
        for place in [cells.count - 1, 1, cells.count - 1] {
            cells[place] = "edited = \(place)\n" + cells[place]
            #expect(try cached.run(cells).shown == cached.fresh(cells).shown)
        }
    }

    // MARK: Edits that change nothing

    /// The first cell is written otherwise and leaves the same behind: it runs alone. Then the last cell is
    /// edited, which goes on from a state that was moved.
    @Test(arguments: StorableNotes.several)
    func cellsBehindTheSameStateAreNotRun(note: StorableNotes.Note) throws {
        let cached = try CachedNote.withFiles()
        let cells = ["noted = 1"] + note.cells
        _ = try cached.run(cells)
        var edited = cells
        edited[0] = "noted = 2 - 1; noted"
        let run = try cached.run(edited)
        let words = CellWords(cached.notebook(edited).cells)
        #expect(run.savedBehind == (words.mayReadHistory ? 0 : note.cells.count), "\(note.name)")
        #expect(run.shown == cached.fresh(edited).shown, "\(note.name)")
        edited[note.cells.count] += "\nlate = 1"
        let last = try cached.run(edited)
        #expect(last.savedCells == note.cells.count, "\(note.name): \(last.reason as Any)")
        #expect(last.shown == cached.fresh(edited).shown, "\(note.name)")
    }

    @Test(arguments: [
        (["x = 1", "y = 0", "print(x)"], "x = 2"),
        (["x = [1]", "y = 0", "x.append(2)\nprint(x, y)"], "x = [1]\ny = x\nz = y"),
        (
            ["import random\nx = 1", "print(random.random())"],
            "import random\nx = 1\nrandom.random()"
        ),
        (
            ["import numpy as np", "print(np.ones(2))"],
            "import numpy as np\nnp.set_printoptions(sign='+')"
        ),
        (["5", "x = 1", "print(_)"], "6"),
        (["x = 5", "y = 1", "print(In[1])"], "x = 4 + 1"),
        (["x = 5", "y = 1", "print(sorted(globals()))"], "x = 5\nx"),
        (["x = 5", "y = 1", "def f():\n    return sum\nsum = 1"], "x = sum([5])"),
        (["x = 5", "import time", "t = time.time() > 0\nprint(x)"], "x = 4 + 1"),
        (
            ["x = open('data.txt').read()", "print(len(x))"],
            "x = '1' + open('data.txt').read()[1:]"
        ),
    ])
    func editsThatChangeSomethingAreSeen(cells: [String], first: String) throws {
        let cached = try CachedNote()
        try cached.write("123", to: "data.txt")
        _ = try cached.run(cells)
        var edited = cells
        edited[0] = first
        #expect(try cached.run(edited).shown == cached.fresh(edited).shown)
        try cached.write("1234", to: "data.txt")
        #expect(try cached.run(edited).shown == cached.fresh(edited).shown)
        #expect(try cached.run(cells).shown == cached.fresh(cells).shown)
    }

    /// What `fit` gives is called a history too, and nothing of the session.
    @Test func aNoteThatTrainsRunsItsEditedCellAlone() throws {
        let cached = try CachedNote()
        let cells = [
            "print('data')",
            """
            import numpy as np
            from tensorflow import keras
            model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])
            model.compile('sgd', 'mse')
            history = model.fit(np.ones((4, 2)), np.ones(4), verbose=0)
            """, "print(history.history)",
        ]
        _ = try cached.run(cells)
        var edited = cells
        edited[0] = "print('the data')"
        let run = try cached.run(edited)
        #expect(run.savedBehind == 2)
        #expect(run.shown == cached.fresh(edited).shown)
    }

    /// The state behind cells that did not run holds the history of what ran before them.
    @Test func aMovedStateIsNotUsedWhereItsHistoryIsRead() throws {
        let cached = try CachedNote()
        let cells = ["x = 1", "y = 2", "print(x)"]
        _ = try cached.run(cells)
        var edited = cells
        edited[0] = "x = 2 - 1"
        #expect(try cached.run(edited).savedBehind == 2)
        edited[2] = "print(In[1], x)"
        let run = try cached.run(edited)
        #expect(run.printed(2) == "x = 2 - 1 1\n")
        #expect(run.shown == cached.fresh(edited).shown)
    }

    @Test(arguments: CourseNoteTests.names)
    func courseNotesGoOnAtTheirEnd(name: String) throws {
        let cached = try CachedNote()
        let cells = try CourseNoteTests.cells(of: name)
        _ = try cached.run(cells)
        var edited = cells
        edited[cells.count - 1] += "\nedited = 1"
        let run = try cached.run(edited)
        #expect(run.shown == cached.fresh(edited).shown)
    }

    @Test func aNewCellAtTheEndRunsAlone() throws {
        let cached = try CachedNote()
        _ = try cached.run(["x = [1]", "x.append(2)"])
        let run = try cached.run(["x = [1]", "x.append(2)", "print(x)"])
        #expect(run.savedCells == 2)
        #expect(run.printed(2) == "[1, 2]\n")
    }

    @Test func proseMayMoveCells() throws {
        let cached = try CachedNote()
        let cells = ["def f():\n    return 1 / 0", "x = 1", "print(x)"]
        _ = try cached.run(cells)
        let moved = cached.notebook(["def f():\n    return 1 / 0", "x = 1", "f()"])
        let text = "# A heading\n\nand prose\n\n" + moved.source.text
        let note = NotebookReader.read(SourceText(name: moved.source.name, text: text))
        let run = try cached.run(note)
        #expect(run.savedCells == 2)
        #expect(
            run.shown == NotebookSession.record(note, options: SessionOptions()).shown)
    }

    // MARK: What cannot be kept

    @Test(arguments: [
        ("g = (n for n in range(9))\nnext(g)", "print(next(g))", "g", "a generator"),
        ("i = iter([1, 2, 3])\nnext(i)", "print(next(i))", "i", "a list_iterator"),
        ("f = open('data.csv')\nf.readline()", "print(f.readline())", "f", "a TextIOWrapper"),
        (
            "def f():\n    yield 1\n    yield 2\nclass C: pass\nc = C()\nc.g = f()\nnext(c.g)",
            "print(next(c.g))", "c", "a generator"
        ),
    ])
    func whatHasNoFormIsMadeAgain(
        making: String, using: String, name: String, what: String
    ) throws {
        let cached = try CachedNote()
        try cached.write("a,b\n1,2\n", to: "data.csv")
        let cells = ["x = 1", making, "y = 2", using]
        _ = try cached.run(cells)
        var edited = cells
        edited[3] += "\nprint(x, y)"
        let run = try cached.run(edited)
        #expect(run.savedCells == 1)
        #expect(run.reason == RunReason(cells: 1..<3, cause: .unstorable(what: what, name: name)))
        #expect(run.shown == cached.fresh(edited).shown)
    }

    @Test(arguments: [
        "g = (n for n in range(9))\nprint(id(g) > 0)\ndel g",
        "def f():\n    class C: pass\n    return hash(C())\nh = f()\ni = iter([1])\nid(i)\ni = 2",
    ])
    func whatIsGoneIsNotMissedForHavingHadAnIdentity(making: String) throws {
        let cached = try CachedNote()
        let cells = ["x = 1", making, "y = [2]\nprint(id(y))"]
        _ = try cached.run(cells)
        var edited = cells
        edited[2] += "\nprint(id(object()), x)"
        let run = try cached.run(edited)
        #expect(run.savedCells == 2, "\(run.reason as Any)")
        #expect(run.shown == cached.fresh(edited).shown)
    }

    // MARK: Files and time

    @Test func aFileThatChangesRunsItsReadersAndWhatFollows() throws {
        let cached = try CachedNote()
        try cached.write("one", to: "data.txt")
        let cells = ["x = 1", "t = open('data.txt').read()", "print(t)"]
        _ = try cached.run(cells)
        try cached.write("two", to: "data.txt")
        let run = try cached.run(cells)
        #expect(run.savedCells == 1)
        #expect(run.printed(2) == "two\n")
        #expect(run.reason == RunReason(cells: 1..<3, cause: .changedFile))
    }

    @Test func aModuleBesideTheNoteCountsAsAFile() throws {
        let cached = try CachedNote()
        try cached.write("value = 1\n", to: "mine.py")
        let cells = ["import mine", "print(mine.value)"]
        _ = try cached.run(cells)
        try cached.write("value = 2\n", to: "mine.py")
        let run = try cached.run(cells)
        #expect(run.savedCells == 0)
        #expect(run.printed(1) == "2\n")
    }

    @Test func theClockIsReadAgain() throws {
        let cached = try CachedNote()
        let cells = ["x = 1", "import time\nt = time.time()", "print(t > 0)"]
        _ = try cached.run(cells)
        let run = try cached.run(cells)
        #expect(run.savedCells == 1)
        #expect(run.reason == RunReason(cells: 1..<3, cause: .clock))
    }

    // MARK: Damage

    @Test func damagedStatesAreNotUsed() throws {
        let cached = try CachedNote()
        let cells = ["x = list(range(100))", "print(len(x))"]
        _ = try cached.run(cells)
        let path = try cached.entry(".0.state")
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        for damaged in [[], Array(whole.prefix(80)), Array(whole.dropLast()), whole + [0]] {
            try Data(damaged).write(to: URL(fileURLWithPath: path))
            chmod(path, 0o600)
            let run = try cached.run(["x = list(range(100))", "print(len(x), \(damaged.count))"])
            #expect(run.savedCells == 0)
            #expect(run.printed(1) == "100 \(damaged.count)\n")
        }
    }

    @Test func otherOptionsHaveOtherStates() throws {
        let cached = try CachedNote()
        let cells = ["import random\nx = random.random()", "print(x)"]
        _ = try cached.run(cells)
        var cache = try #require(RunCache(CacheFolder(beside: cached.path)))
        cache.leastSeconds = 0
        var options = SessionOptions()
        options.seed = .fixed(7)
        let run = cache.run(cached.notebook(cells), options: options)
        #expect(run.savedCells == 0)
    }
}
