import Notebooks
import PythonRuntime

/// A value in a line: its type, shape, dtype and the beginning of its text.
struct ValueSummary {
    private let python: Interpreter

    /// Scalars of a preview.
    private static let previewLength = 60
    /// Items of a container whose text is made for a preview; larger ones only tell their length.
    private static let itemLimit = 200

    init(_ python: Interpreter) { self.python = python }

    func summary(of value: Value, named name: String) -> VariableSummary {
        VariableSummary(
            name: name, type: python.typeName(value), shape: shape(of: value) ?? size(of: value),
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
        if isLarge(value) { return "…" }
        guard let text = try? python.repr(value) else { return "" }
        var line = ""
        var isAfterBlank = false
        for scalar in text.unicodeScalars {
            if line.unicodeScalars.count >= Self.previewLength { return line + "…" }
            let isBlank = scalar == " " || scalar == "\n" || scalar == "\t"
            if isBlank, isAfterBlank { continue }
            line.unicodeScalars.append(isBlank ? " " : scalar)
            isAfterBlank = isBlank
        }
        return line
    }

    private func isLarge(_ value: Value) -> Bool {
        switch value.object {
        case let list as ListObject: list.count > Self.itemLimit
        case let tuple as TupleObject: tuple.count > Self.itemLimit
        case let dictionary as DictionaryObject: dictionary.count > Self.itemLimit
        case let set as SetObject: set.count > Self.itemLimit
        case let text as StringObject: text.string.utf8.count > 10_000
        default: false
        }
    }
}
