import PythonRuntime

/// `%who` and `%whos`: the note's variables as IPython lists them.
struct WhoListing {
    private let python: Interpreter

    init(_ python: Interpreter) { self.python = python }

    private var names: [String] {
        python.main.namespace.names.filter { !$0.hasPrefix("_") && !ResultHistory.owns($0) }
            .sorted()
    }

    /// Blanks between columns.
    private static let gap = 3

    func printNames() throws {
        guard !names.isEmpty else { return printNothing() }
        // Nine names stand in a line.
        for (index, name) in names.enumerated() {
            python.output.stdout(name + "\t " + (index % 9 == 8 ? "\n" : ""))
        }
        python.output.stdout("\n")
    }

    func printTable() throws {
        guard !names.isEmpty else { return printNothing() }
        let rows = try names.compactMap { name in
            try python.main.namespace[name].map {
                (name: name, type: python.type(of: $0).name, text: try data(of: $0))
            }
        }
        let first = max(rows.map(\.name.count).max() ?? 0, "Variable".count) + Self.gap
        let second = max(rows.map(\.type.count).max() ?? 0, "Type".count) + Self.gap
        let heading = padded("Variable", first) + padded("Type", second) + " Data/Info"
        python.output.stdout(heading + "\n")
        python.output.stdout(String(repeating: "-", count: heading.count) + "\n")
        for row in rows {
            python.output.stdout(
                padded(row.name, first) + padded(row.type, second) + " \(row.text)\n")
        }
    }

    private func printNothing() { python.output.stdout("Interactive namespace is empty.\n") }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    private func data(of value: Value) throws -> String {
        switch python.type(of: value).name {
        case "list", "tuple", "dict": return "n=\(try python.length(value))"
        case "ndarray": return try arrayData(value)
        default: break
        }
        let text = Array(try python.str(value).replacing("\n", with: "\\n"))
        // A long text keeps its two ends.
        guard text.count >= 50 else { return String(text) }
        return String(text.prefix(25)) + "<...>" + String(text.suffix(25))
    }

    private func arrayData(_ value: Value) throws -> String {
        let shape = try python.list(python.getAttribute(value, "shape")).map { try python.str($0) }
        let type = try python.str(python.getAttribute(value, "dtype"))
        let count = try python.str(python.getAttribute(value, "size"))
        let bytes = try python.index(python.getAttribute(value, "nbytes"))
        var text = "\(shape.joined(separator: "x")): \(count) elems, type `\(type)`, \(bytes) bytes"
        // From here on IPython tells a rounder number too.
        if bytes >= 100_000 {
            let (size, unit) = bytes < 1 << 20 ? (1024.0, "kb") : (1_048_576.0, "Mb")
            text += " (\(try python.repr(.float(Double(bytes) / size))) \(unit))"
        }
        return text
    }
}
