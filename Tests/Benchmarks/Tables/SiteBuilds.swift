import FoundationEssentials

/// What a site of many notes costs: the first build, one after an edit, one without any change.
struct SiteBuilds: BenchmarkTable {
    /// The larger site may cost a little more than its share: its search index and lists grow with it.
    static let sizes = [100, 1_000]
    /// Notes a second on a machine of two cores.
    static let speedBudget = 50.0
    /// A build without changes, as a part of the first.
    static let repetitionBudget = 0.01

    let title =
        "A site of generated notes, ten cells, five formulas and a chart each: built, edited, unchanged"

    func measure(_ bench: Bench) throws -> TextTable {
        var table = TextTable(columns: [
            "notes", "first s", "notes/s", "of \(Int(Self.speedBudget))", "one edited s",
            "unchanged ms", "% of first", "MB", "largest page KB", "assets KB",
        ])
        for size in Self.sizes {
            let site = try GeneratedSite(size, in: bench.scratch, program: bench.options.program)
            let first = try site.build()
            try site.edit()
            let edited = try site.build()
            // A file that was written a moment ago is looked at again: the clock may not tell.
            _ = try site.build()
            let unchanged = try site.build()
            table.add([
                "\(size)", first.seconds.fixed(2), (Double(size) / first.seconds).fixed(1),
                (Double(size) / first.seconds / Self.speedBudget).fixed(2),
                edited.seconds.fixed(2), (unchanged.seconds * 1e3).fixed(1),
                (100 * unchanged.seconds / first.seconds).fixed(2),
                (first.peakMemory / 1e6).fixed(0), (site.largestPage / 1e3).fixed(0),
                (site.assets / 1e3).fixed(0),
            ])
        }
        return table
    }
}

/// Notes that a program writes, and the site they become.
private struct GeneratedSite {
    private let folder: String
    private let command: Command
    private let count: Int

    init(_ count: Int, in scratch: ScratchFolder, program: String) throws {
        self.count = count
        folder = scratch.path("site-\(count)")
        command = Command(program, ["build", folder + "/notes", "-o", folder + "/out", "--quiet"])
        try FileManager.default.createDirectory(
            atPath: folder + "/notes", withIntermediateDirectories: true)
        for number in 0..<count { try write(Self.note(number), number) }
    }

    func build() throws -> ChildProcess.Run {
        let run = try ChildProcess.run(command)
        guard run.status <= 1 else { throw BenchmarkError("it failed: \(command.text)") }
        return run
    }

    func edit() throws { try write(Self.note(0) + "\nOne more sentence.\n", 0) }

    private func write(_ text: String, _ number: Int) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/notes/note-\(number).md"))
    }

    // MARK: Sizes

    /// In bytes.
    var largestPage: Double { (0..<count).map { size("note-\($0).html") }.max() ?? 0 }

    var assets: Double {
        ["style.css", "script.js", "math.css", "search-index.js"].map { size("assets/" + $0) }
            .reduce(0, +)
    }

    private func size(_ name: String) -> Double {
        let found = try? FileManager.default.attributesOfItem(atPath: folder + "/out/" + name)
        return (found?[.size] as? any BinaryInteger).map { Double($0) } ?? 0
    }

    // MARK: Notes

    private static func note(_ number: Int) -> String {
        let cells = (1...10).map { cell(number, $0) }
        let formulas = (1...5).map { formula(number, $0) }
        var text =
            "# 笔记 \(number): a generated note\n\nSee [the next one](note-\(number + 1).md).\n"
        if number % 100 == 99 { text = "# 笔记 \(number): a generated note\n" }
        for (index, cell) in cells.enumerated() {
            text += "\n## Part \(index + 1)\n\n状态随时间变化，the state of step \(index) follows.\n\n"
            if index < formulas.count { text += formulas[index] }
            text += "\n```python\n\(cell)\n```\n"
        }
        return text
    }

    private static func formula(_ number: Int, _ index: Int) -> String {
        "$$\nh_{\(index)} = \\tanh(x_{\(number % 10)} W_{xh} + h_{\(index - 1)} W_{hh} + b) \\tag{\(index)}\n$$\n"
    }

    private static func cell(_ number: Int, _ index: Int) -> String {
        switch index {
        case 1: "import numpy as np\nseries = np.sin(np.arange(60) * 0.1 + \(number))\nseries.shape"
        case 2:
            "import matplotlib.pyplot as plt\nplt.plot(series)\nplt.title('note \(number)')\nplt.show()"
        case 3: "kernel = np.full((4, 8), 0.5)\nkernel @ np.ones((8, 2))"
        default: "values = [step * \(index) for step in range(20)]\nprint(sum(values), max(values))"
        }
    }
}
