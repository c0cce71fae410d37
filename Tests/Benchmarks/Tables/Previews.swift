import FoundationEssentials

/// How long it takes in a preview until what was saved is on the way to the screen.
struct Previews: BenchmarkTable {
    /// Faster than that, the page seems to follow the hand.
    static let budget = 0.2

    let title = "A preview: from saving a note to its new page in the browser's hands"

    func measure(_ bench: Bench) throws -> TextTable {
        var table = TextTable(columns: ["", "changed", "ms", "slowest", "of 200 ms"])
        for note in bench.notes {
            let desk = try WritingDesk(note, bench)
            for (name, edit) in WritingDesk.edits {
                let times = try (0..<bench.options.runs).map { try desk.time(edit, $0) }.sorted()
                let median = times[times.count / 2]
                table.add([
                    Files.name(of: note), name, (median * 1e3).fixed(1),
                    ((times.last ?? 0) * 1e3).fixed(1), (median / Self.budget).fixed(2),
                ])
            }
        }
        return table
    }
}

/// A note that is written while it is shown.
private struct WritingDesk {
    private let text: String
    private let file: String
    private let server: PreviewServer

    /// What is put behind the note, by a number that makes it new.
    static let edits: [(String, @Sendable (Int) -> String)] = [
        ("a sentence", { "\n\nSentence \($0).\n" }),
        ("the last cell", { "\n\n```python\nprint(\($0), 'is new')\n```\n" }),
    ]

    init(_ note: String, _ bench: Bench) throws {
        text = try String(contentsOfFile: note, encoding: .utf8)
        let folder = bench.scratch.path("desk-" + Files.name(of: note))
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        file = folder + "/note.md"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        server = try PreviewServer(folder, program: bench.options.program)
    }

    /// Seconds from the saving to the last byte of the page.
    func time(_ edit: (Int) -> String, _ number: Int) throws -> Double {
        let wanted = edit(number)
        let clock = ContinuousClock()
        let start = clock.now
        try Data((text + wanted).utf8).write(to: URL(fileURLWithPath: file))
        try server.waitForNews()
        let page = try server.page("/note.html")
        guard page.contains("</html>") else { throw BenchmarkError("the page is not whole") }
        let (seconds, attoseconds) = (clock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
