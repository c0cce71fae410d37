import Diagnostics
import Execution
import Foundation
import Notebooks
import TestSupport
import Testing

/// A note at which somebody writes: whatever changes, its run is the one that a fresh interpreter gives.
@Suite struct LiveNoteTests {
    /// Versions of a note, each a list of cells, and the first cell that has to run for each.
    struct Story: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let versions: [(first: Int, cells: [String])]

        init(_ name: String, _ versions: (Int, [String])...) {
            testDescription = name
            self.versions = versions.map { (first: $0.0, cells: $0.1) }
        }

        /// A note whose last cell alone is written again and again.
        static func lastCell(_ name: String, _ before: [String], _ last: String...) -> Story {
            let versions = last.enumerated().map { index, cell in
                (first: index == 0 ? 0 : before.count, cells: before + [cell])
            }
            return Story(name: name, versions)
        }

        private init(name: String, _ versions: [(first: Int, cells: [String])]) {
            testDescription = name
            self.versions = versions
        }
    }

    static let stories = [
        Story(
            "values and what they share", (0, ["a = [1]\nb = a", "b.append(2)", "a"]),
            (2, ["a = [1]\nb = a", "b.append(2)", "a, b is a"]),
            (2, ["a = [1]\nb = a", "b.append(2)", "b.append(4); a"]),
            (2, ["a = [1]\nb = a", "b.append(2)", "a"]),
            (1, ["a = [1]\nb = a", "b.append(3)", "a"]),
            (0, ["a = [9]\nb = a", "b.append(3)", "a"])),
        Story(
            "cells that come and go", (0, ["x = 1"]), (1, ["x = 1", "x += 1; x"]),
            (2, ["x = 1", "x += 1; x", "x * 2"]), (1, ["x = 1"]), (0, []), (0, ["x = 5", "x"]),
            (1, ["x = 5", "y = 6", "x"])),
        .lastCell(
            "generators and iterators that are half used",
            [
                "g = (i * i for i in range(9))\nd = iter({'a': 1, 'b': 2})",
                "next(g), next(g), next(d)",
            ],
            "next(g), next(d)", "next(g), next(g)", "list(g), list(d)"),
        .lastCell(
            "random numbers of every kind",
            [
                "import random, numpy as np, tensorflow as tf\ntf.random.set_seed(3)\nr = np.random.default_rng(1)",
                "np.random.rand(), random.random(), tf.random.normal([1]), r.normal()",
            ],
            "np.random.rand(), random.random()", "tf.random.normal([2]), r.integers(9)",
            "np.random.rand(), random.random(), tf.random.normal([1]), r.normal()"),
        .lastCell(
            "layers, optimizers and the counters of names",
            [
                "import tensorflow as tf\nfrom tensorflow.keras import layers\ntf.random.set_seed(1)",
                "net = tf.keras.Sequential([layers.SimpleRNN(4), layers.Dropout(0.5), layers.Dense(1)])\nx, y = tf.ones([8, 3, 2]), tf.ones([8, 1])",
                "net.compile(tf.keras.optimizers.Adam(0.1), 'mse')\nh = net.fit(x, y, epochs=2, verbose=0)",
            ],
            "h.history['loss'], net.optimizer.iterations.numpy()",
            "net.fit(x, y, verbose=0).history, net.optimizer.iterations.numpy()",
            "layers.Dense(1).name, net.layers[0].get_weights()[0].sum()",
            "net.optimizer.learning_rate.assign(0.5); net.fit(x, y, verbose=0).history",
            "net.fit(x, y, verbose=0).history, net(x, training=True)"),
        .lastCell(
            "functions, classes and what they closed over",
            [
                "def counter():\n    n = 0\n    def up():\n        nonlocal n\n        n += 1\n        return n\n    return up\nup = counter()",
                "class A:\n    made = []\n    def __init__(self): A.made.append(self)\nA(); up()",
            ],
            "up(), len(A.made)", "A(); len(A.made), up(), up()", "A.made[0].x = 1; vars(A.made[0])"),
        .lastCell(
            "files that the note wrote, figures, modules and results",
            [
                "import numpy as np, matplotlib.pyplot as plt\nopen('a.txt', 'w').write('one')\nnp.set_printoptions(precision=2)",
                "np.mine = 1\n6 * 7",
            ],
            "open('a.txt').read(), _, np.mine",
            "open('a.txt', 'a').write('two'); open('a.txt').read()",
            "print(np.array([1 / 3])); plt.plot([1, 2]); Out[2]", "id([]), id(np)"),
        .lastCell(
            "mistakes, caught and not",
            ["try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    kept = e", "undefined"],
            "kept", "import traceback; traceback.format_exception(kept)", "1 / 0", "del kept"),
        Story(
            "imports made for the note", (0, ["x = 1", "x"]), (0, ["x = 1", "np.zeros(x)"]),
            (1, ["x = 1", "np.ones(x)"]), (0, ["x = 1", "tf.ones(x)"])),
        Story(
            "a clock that was read",
            (0, ["a = 1", "import time\nt = time.time() > 0", "a"]),
            (1, ["a = 1", "import time\nt = time.time() > 0", "a, t"]),
            (1, ["a = 1", "import time\nt = time.time() > 0", "a, t"])),
        Story(
            "parameters that come late", (0, ["n = 1", "n"]),
            (0, ["#| tags: [parameters]\nn = 1", "n"]),
            (1, ["#| tags: [parameters]\nn = 1", "n + 1"])),
    ]

    @Test(arguments: stories)
    func everyVersionRunsAsIfForTheFirstTime(story: Story) throws {
        let desk = try Desk()
        for (index, version) in story.versions.enumerated() {
            let (live, first) = try desk.run(version.cells)
            #expect(first == version.first, "version \(index)")
            #expect(try live == desk.fresh(version.cells), "version \(index)")
        }
    }

    @Test func nothingRunsWhereNothingHasChanged() throws {
        let desk = try Desk()
        _ = try desk.run(["x = 1", "x"])
        #expect(try desk.run(["x = 1", "x"]).first == 2)
    }

    @Test func aFileThatChangedRunsTheCellThatReadItAgain() throws {
        let desk = try Desk()
        let cells = ["a = 1", "text = open('data.txt').read()", "text"]
        try desk.folder.write("one", to: "data.txt")
        _ = try desk.run(cells)
        #expect(try desk.run(cells).first == 3)
        try desk.folder.write("two", to: "data.txt")
        let (run, first) = try desk.run(cells)
        let fresh = try desk.fresh(cells)
        #expect(first == 1 && run.contains("two") && run == fresh)
    }

    @Test func cellsThatMovedRunAgain() throws {
        let desk = try Desk()
        let cells = ["def f(): return 1 / 0", "f()"]
        _ = try desk.run(cells)
        let moved = "# A title\n\n"
        #expect(try desk.run(cells, below: moved).first == 0)
        let changed = [cells[0], "f() + 1"]
        let (run, first) = try desk.run(changed, below: moved)
        let fresh = try desk.fresh(changed, below: moved)
        #expect(first == 1 && run == fresh)
    }

    @Test func aProcessThatWasKilledIsReplaced() throws {
        let desk = try Desk()
        _ = try desk.run(["x = 1", "x"])
        for process in desk.processes { kill(process, SIGKILL) }
        #expect(throws: Desk.Failure.self) { try desk.run(["x = 1", "x + 1"]) }
        #expect(try desk.run(["x = 1", "x + 1"]).first == 0)
    }

    @Test func processesEndWithTheNote() throws {
        var desk: Desk? = try Desk()
        _ = try desk?.run(["x = 1", "y = 2", "x + y"])
        let folder = try #require(desk?.folder)
        // One before each cell and one behind the last; the copy that told the end is on its way out.
        for _ in 0..<100 where Desk.processes(of: folder).count > 4 { usleep(20_000) }
        #expect(Desk.processes(of: folder).count == 4)
        desk = nil
        for _ in 0..<100 where !Desk.processes(of: folder).isEmpty { usleep(20_000) }
        #expect(Desk.processes(of: folder).isEmpty)
    }
}

/// A folder with a note, and the program under a name that no other test has.
private final class Desk {
    struct Failure: Error {}

    let folder: TemporaryFolder
    private let live: LiveNote

    init() throws {
        folder = try TemporaryFolder()
        let program = Bundle.main.bundleURL.appendingPathComponent("nbrun").path
        let link = folder.path + "/program"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program)
        live = LiveNote(program: link)
    }

    /// All that a reader can see of the note's run, and the first cell that was executed.
    func run(_ cells: [String], below prose: String = "") throws -> (run: String, first: Int) {
        let result = live.run(notebook(cells, prose), options: SessionOptions())
        guard let result else { throw Failure() }
        return (try visible(result.run), result.first)
    }

    func fresh(_ cells: [String], below prose: String = "") throws -> String {
        try visible(NotebookSession.record(notebook(cells, prose), options: SessionOptions()))
    }

    private func notebook(_ cells: [String], _ prose: String) -> Notebook {
        let text = prose + cells.map { "```python\n\($0)\n```\n\n" }.joined()
        return NotebookReader.read(SourceText(name: folder.path + "/note.md", text: text))
    }

    private func visible(_ run: NoteRun) throws -> String {
        let note = run.note
        let encoder = JSONEncoder()
        // Two equal dictionaries need not print their keys in one order.
        encoder.outputFormatting = .sortedKeys
        let runs = note.runs.map { run in
            var run = run
            run.duration = 0
            return run
        }
        let shown = String(decoding: try encoder.encode(runs), as: UTF8.self)
        let reads = run.reads.map { "\($0)" }.sorted()
        return
            "\(shown)\n\(note.variables)\n\(note.prelude)\n\(note.diagnostics)\n\(note.files)\n\(reads)"
    }

    var processes: [pid_t] { Self.processes(of: folder) }

    /// The processes of the program under a folder's name for it.
    static func processes(of folder: TemporaryFolder) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(pid_t.init).filter { process in
            let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
            return String(decoding: line, as: UTF8.self).hasPrefix(folder.path + "/program")
        }
    }
}
