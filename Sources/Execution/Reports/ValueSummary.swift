import Notebooks
import PythonRuntime

/// A value in a line: its type, shape, dtype and the beginning of its text.
struct ValueSummary {
    private let python: Interpreter

    /// Scalars of a preview.
    private static let previewLength = 60
    /// Items of a container whose whole text is made for a preview; of larger ones only the beginning.
    private static let itemLimit = 8
    /// Elements of an array whose whole text is made for a preview.
    private static let elementLimit = 64
    /// Elements of a larger array that a preview shows.
    private static let shownElements = 4

    init(_ python: Interpreter) { self.python = python }

    func summary(of value: Value, named name: String) -> VariableSummary {
        VariableSummary(
            name: name, type: python.type(of: value).name,
            shape: shape(of: value) ?? size(of: value),
            dtype: dtype(of: value) ?? "", preview: preview(of: value))
    }

    /// `(4, 80, 100)` of anything that has a shape of its own.
    func shape(of value: Value) -> String? {
        guard hasArrayAttributes(value), let shape = try? python.lookUpAttribute(value, "shape")
        else {
            return nil
        }
        return try? python.str(shape)
    }

    /// `float32` of anything that has a dtype of its own.
    func dtype(of value: Value) -> String? {
        guard hasArrayAttributes(value), let dtype = try? python.lookUpAttribute(value, "dtype")
        else {
            return nil
        }
        if let name = try? python.lookUpAttribute(dtype, "name") { return name.text }
        return try? python.str(dtype)
    }

    private func hasArrayAttributes(_ value: Value) -> Bool {
        guard let object = value.object, !(object is TypeObject), !(object is ModuleObject) else {
            return false
        }
        return object.type.lookUp("shape") != nil && object.type.lookUp("dtype") != nil
    }

    private func size(of value: Value) -> String {
        let count: Int
        switch value.object {
        case let list as ListObject: count = list.count
        case let tuple as TupleObject: count = tuple.count
        case let dictionary as DictionaryObject: count = dictionary.count
        case let set as SetObject: count = set.count
        default: return ""
        }
        return "\(count) item\(count == 1 ? "" : "s")"
    }

    private func preview(of value: Value) -> String {
        guard let text = try? text(of: value, room: Self.previewLength) else { return "" }
        return shortened(text)
    }

    /// The beginning of a value's text; of a large container no more than is shown.
    private func text(of value: Value, room: Int) throws -> String {
        switch value.object {
        case let list as ListObject where list.count > Self.itemLimit:
            return try "[" + beginning(of: (0..<list.count).lazy.map { list[$0] }, room)
        case let tuple as TupleObject where tuple.count > Self.itemLimit:
            return try "(" + beginning(of: (0..<tuple.count).lazy.map { tuple[$0] }, room)
        case let dictionary as DictionaryObject where dictionary.count > Self.itemLimit:
            guard let first = dictionary.entry(from: 0) else { return "{}" }
            return try "{" + python.repr(first.key) + ": " + text(of: first.value, room: room)
                + ", …"
        case is SetObject where try python.length(value) > Self.itemLimit: return "{…"
        default: return try arrayText(of: value) ?? python.repr(value)
        }
    }

    private func beginning(of items: some Sequence<Value>, _ room: Int) throws -> String {
        var result = ""
        for item in items {
            if result.unicodeScalars.count > room { break }
            result += try text(of: item, room: room - result.unicodeScalars.count) + ", "
        }
        return result + "…"
    }

    /// The first numbers of a large array; nil for anything else.
    private func arrayText(of value: Value) throws -> String? {
        guard hasArrayAttributes(value), let shape = try python.lookUpAttribute(value, "shape"),
            let lengths = try? python.list(shape).map({ $0.integer ?? 0 }),
            lengths.reduce(1, *) > Self.elementLimit, !lengths.contains(0)
        else { return nil }
        var row = value
        for _ in lengths.dropFirst() { row = try python.getItem(row, .int(0)) }
        let first = SliceObject(
            start: .none, stop: .int(Self.shownElements), step: .none, in: python)
        let numbers = try python.getItem(row, .object(first))
        let text = try python.format(numbers, "")
        return String(repeating: "[", count: lengths.count - 1) + text.dropLast() + " …"
    }

    /// Without line ends and runs of blanks, and no longer than a preview.
    private func shortened(_ text: String) -> String {
        var line = ""
        var count = 0
        var isAfterBlank = false
        for scalar in text.unicodeScalars {
            if count >= Self.previewLength { return line + "…" }
            let isBlank = scalar == " " || scalar == "\n" || scalar == "\t"
            if isBlank, isAfterBlank { continue }
            line.unicodeScalars.append(isBlank ? " " : scalar)
            count += 1
            isAfterBlank = isBlank
        }
        return line
    }
}
