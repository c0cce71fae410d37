import Notebooks

/// What stands in the margin beside one line of code: `out, h (4, 64) float32`.
struct ShapeLine: Equatable {
    /// The line of the cell's code, from 1.
    var line: Int
    var text: String

    /// One for each line that has notes; names with the same shape share it.
    static func lines(of notes: [ShapeNote]) -> [ShapeLine] {
        let byLine = Dictionary(grouping: notes, by: \.line)
        return byLine.keys.sorted().map { line in
            ShapeLine(line: line, text: text(of: byLine[line] ?? []))
        }
    }

    private static func text(of notes: [ShapeNote]) -> String {
        var parts: [(names: [String], value: String)] = []
        for note in notes {
            let value = note.dtype.isEmpty ? note.shape : "\(note.shape) \(note.dtype)"
            if parts.last?.value == value {
                parts[parts.count - 1].names.append(note.name)
            } else {
                parts.append(([note.name], value))
            }
        }
        return parts.map { "\($0.names.joined(separator: ", "))  \($0.value)" }.joined(
            separator: " · ")
    }
}
