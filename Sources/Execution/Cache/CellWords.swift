import Notebooks

/// The words that stand in cells: all names that their code can say, and some that it does not.
struct CellWords {
    private(set) var words: Set<String> = []

    init(_ cells: some Sequence<Cell>) {
        for cell in cells { add(cell.source.utf8) }
    }

    private mutating func add(_ text: [UInt8]) {
        for word in text.split(whereSeparator: { !Self.isPartOfWord($0) }) {
            words.insert(String(decoding: word, as: UTF8.self))
        }
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// Whether the code may see the session's history: by its names, or among all names there are.
    var mayReadHistory: Bool {
        words.contains { ResultHistory.owns($0) || Self.waysToAllNames.contains($0) }
    }

    private static let waysToAllNames: Set<String> = [
        "globals", "locals", "vars", "dir", "eval", "exec", "inspect", "_getframe",
        "__main__", "__name__", "__builtins__", "__globals__",
    ]
}
