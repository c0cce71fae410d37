import Charts
import PythonRuntime

/// Reads how lines and markers look.
enum LineStyles {
    private static let dashes: [String: Dash] = [
        "-": .solid, "solid": .solid, "--": .dashed, "dashed": .dashed, "-.": .dashDotted,
        "dashdot": .dashDotted, ":": .dotted, "dotted": .dotted, "": .none, " ": .none,
        "None": .none, "none": .none,
    ]

    static func dash(_ name: String) -> Dash? { dashes[name] }

    static func dash(_ value: Value, in python: Interpreter) throws -> Dash {
        if let text = value.text {
            if let dash = dashes[text] { return dash }
            throw python.valueError(
                "'\(text)' is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted'"
            )
        }
        let parts = try python.list(value)
        guard parts.count == 2 else {
            throw python.valueError("Unrecognized linestyle: \(try python.repr(value))")
        }
        if parts[1].isNone { return .solid }
        return .pattern(try PlotData(python).numbers(parts[1]).filter { $0.isFinite && $0 >= 0 })
    }

    /// A marker's picture; nil for none.
    static func symbol(_ value: Value, in python: Interpreter) throws -> MarkerSymbol? {
        if value.isNone { return nil }
        if let number = value.integer {
            let open: [MarkerSymbol] = [
                .horizontalLine, .horizontalLine, .verticalLine, .verticalLine, .leftward,
                .rightward, .upward, .downward, .leftward, .rightward, .upward, .downward,
            ]
            if open.indices.contains(number) { return open[number] }
        }
        let text = value.text ?? ""
        if ["", " ", "None", "none"].contains(text), value.text != nil { return nil }
        if let symbol = MarkerSymbol(rawValue: text) { return symbol }
        throw python.valueError("Unrecognized marker style \(try python.repr(value))")
    }

    /// A number, bounded to what can be drawn.
    static func width(_ number: Double?, usual: Double) -> Double {
        guard let number, number.isFinite else { return usual }
        return min(max(number, 0), 1000)
    }
}

/// `'r--o'`: a colour, a line and a marker in one word.
struct FormatText {
    private(set) var color: Color?
    private(set) var dash: Dash?
    private(set) var symbol: MarkerSymbol?

    init(_ text: String, in python: Interpreter) throws {
        if Double(text) == nil, let color = ColorReader.color(text), text.count > 1 {
            self.color = color
            return
        }
        var rest = text[...]
        while let first = rest.first {
            if let (name, dash) = Self.line(at: rest) {
                guard self.dash == nil else {
                    throw Self.error(text, "two linestyle symbols", python)
                }
                self.dash = dash
                rest = rest.dropFirst(name)
            } else if first == "C", let digit = rest.dropFirst().first, digit.isNumber {
                color = ColorReader.color("C\(digit)")
                rest = rest.dropFirst(2)
            } else if let symbol = MarkerSymbol(rawValue: String(first)) {
                guard self.symbol == nil else {
                    throw Self.error(text, "two marker symbols", python)
                }
                self.symbol = symbol
                rest = rest.dropFirst()
            } else if "bgrcmykw".contains(first) {
                guard color == nil else { throw Self.error(text, "two color symbols", python) }
                color = ColorReader.color(String(first))
                rest = rest.dropFirst()
            } else {
                throw Self.error(text, "unrecognized character '\(first)'", python)
            }
        }
    }

    private static func line(at text: Substring) -> (Int, Dash)? {
        for (name, dash) in [
            ("--", Dash.dashed), ("-.", .dashDotted), ("-", .solid), (":", .dotted),
        ]
        where text.hasPrefix(name) { return (name.count, dash) }
        return nil
    }

    private static func error(_ text: String, _ reason: String, _ python: Interpreter)
        -> PythonError
    {
        python.valueError("'\(text)' is not a valid format string (\(reason))")
    }
}
