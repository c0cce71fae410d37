import PythonRuntime

/// Axes in rows: NumPy's arrays of objects, as far as notes use them.
enum ObjectArrays {
    static func make(_ items: [Value], shape: [Int], in python: Interpreter) throws -> Value {
        .object(ObjectArrayObject(items, shape: shape, type: types(python).type))
    }

    private final class Types {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "ndarray", bases: [python.types.object], module: "numpy",
                metatype: python.types.type, in: python)
            type.messageName = "numpy.ndarray"
            define(TypeBuilder(type, pythonWording: true, in: python))
        }
    }

    private static func types(_ python: Interpreter) -> Types {
        python.state(Types.self) { Types($0) }
    }

    private static func define(_ t: TypeBuilder) {
        t.unary(.len) { python, own -> Int in
            guard let array = own.object as? ObjectArrayObject else { return 0 }
            return array.shape.first ?? 0
        }
        t.unary(.repr) { python, own -> String in try text(own, python) }
        t.unary(.iter) { python, own -> Value in
            guard let array = own.object as? ObjectArrayObject else { return .none }
            let items = (0..<(array.shape.first ?? 0)).map { array.item($0) }
            return try python.iterator(.list(items, in: python))
        }
        t.binary(.getitem) { python, own, key -> Value in
            guard let array = own.object as? ObjectArrayObject else { return .none }
            return try array.item(key, in: python)
        }
        for name in ["flatten", "ravel"] {
            t.raw("\(name)(self, order='C')") { python, arguments in
                guard let array = arguments.positional.first?.object as? ObjectArrayObject else {
                    return .none
                }
                return try make(array.items, shape: [array.items.count], in: python)
            }
        }
        t.raw("reshape(self, *shape)") { python, arguments in
            guard let array = arguments.positional.first?.object as? ObjectArrayObject else {
                return .none
            }
            var lengths = try arguments.positional.dropFirst().flatMap { value in
                try value.integer.map { [$0] } ?? python.list(value).map { try python.index($0) }
            }
            guard lengths.count <= 3 else {
                throw python.valueError("axes stand in at most three directions")
            }
            if let free = lengths.firstIndex(of: -1) {
                let known = lengths.filter { $0 > 0 && $0 < 1000 }.reduce(1, *)
                lengths[free] = array.items.count / max(known, 1)
            }
            guard lengths.allSatisfy({ (0...1000).contains($0) }),
                lengths.reduce(1, *) == array.items.count
            else {
                throw python.valueError("cannot reshape array of size \(array.items.count)")
            }
            return try make(array.items, shape: lengths, in: python)
        }
        t.raw("tolist(self)") { python, arguments in
            guard let array = arguments.positional.first?.object as? ObjectArrayObject else {
                return .none
            }
            return .list((0..<(array.shape.first ?? 0)).map { array.item($0) }, in: python)
        }
        t.property("flat") { python, own -> Value in
            .list((own.object as? ObjectArrayObject)?.items ?? [], in: python)
        }
        t.property("shape") { python, own -> Value in
            python.tuple((own.object as? ObjectArrayObject)?.shape ?? [])
        }
        t.property("size") { _, own -> Int in (own.object as? ObjectArrayObject)?.items.count ?? 0 }
        t.property("ndim") { _, own -> Int in (own.object as? ObjectArrayObject)?.shape.count ?? 0 }
        t.property("T") { python, own -> Value in
            guard let array = own.object as? ObjectArrayObject, array.shape.count == 2 else {
                return own
            }
            let (rows, columns) = (array.shape[0], array.shape[1])
            let items = (0..<columns).flatMap { column in
                (0..<rows).map { array.items[$0 * columns + column] }
            }
            return try make(items, shape: [columns, rows], in: python)
        }
    }

    /// As NumPy prints arrays of objects.
    private static func text(_ value: Value, _ python: Interpreter) throws -> String {
        guard let array = value.object as? ObjectArrayObject else {
            return "array([], dtype=object)"
        }
        let texts = try array.items.map { try python.repr($0) }
        guard array.shape.count == 2 else {
            return "array([\(wrapped(texts, indent: 7))], dtype=object)"
        }
        let columns = array.shape[1]
        let rows = stride(from: 0, to: texts.count, by: max(columns, 1)).map {
            "[" + wrapped(Array(texts[$0..<min($0 + columns, texts.count)]), indent: 8) + "]"
        }
        return "array([\(rows.joined(separator: ",\n       "))], dtype=object)"
    }

    /// Items on lines of at most 75 columns.
    private static func wrapped(_ items: [String], indent: Int) -> String {
        var lines = [""]
        for (index, item) in items.enumerated() {
            let piece = item + (index + 1 < items.count ? "," : "")
            let last = lines[lines.count - 1]
            if !last.isEmpty, indent + last.count + 1 + piece.count > 75 {
                lines.append(piece)
            } else {
                lines[lines.count - 1] = last.isEmpty ? piece : last + " " + piece
            }
        }
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }
}

/// Objects in one or two axes.
package final class ObjectArrayObject: InstanceObject {
    let items: [Value]
    let shape: [Int]

    init(_ items: [Value], shape: [Int], type: TypeObject) {
        self.items = items
        self.shape = shape
        super.init(type: type)
    }

    /// An item, or a row.
    func item(_ index: Int) -> Value {
        guard shape.count > 1 else { return items[index] }
        let size = items.count / max(shape[0], 1)
        let row = Array(items[(index * size)..<((index + 1) * size)])
        return .object(ObjectArrayObject(row, shape: Array(shape.dropFirst()), type: type))
    }

    func item(_ key: Value, in python: Interpreter) throws -> Value {
        if let pair = key.object as? TupleObject {
            guard let first = pair.items.first else { return .object(self) }
            let rest = Array(pair.items.dropFirst())
            if let slice = first.object as? SliceObject, shape.count == 2, let column = rest.first {
                let rows = try indices(slice, python)
                let items = try rows.map { row -> Value in
                    guard let inner = item(row).object as? ObjectArrayObject else { return .none }
                    return try inner.item(column, in: python)
                }
                return .object(ObjectArrayObject(items, shape: [items.count], type: type))
            }
            let inner = try item(first, in: python)
            guard !rest.isEmpty else { return inner }
            guard let array = inner.object as? ObjectArrayObject else {
                throw python.error(
                    "IndexError",
                    "too many indices for array: array is \(shape.count)-dimensional, but \(pair.count) were indexed"
                )
            }
            return try array.item(rest.count == 1 ? rest[0] : .tuple(rest, in: python), in: python)
        }
        if let slice = key.object as? SliceObject {
            let rows = try indices(slice, python).map(item)
            let flat = rows.flatMap { ($0.object as? ObjectArrayObject)?.items ?? [$0] }
            return .object(
                ObjectArrayObject(flat, shape: [rows.count] + shape.dropFirst(), type: type))
        }
        let count = shape.first ?? 0
        let index = try python.index(key)
        guard index >= -count, index < count else {
            throw python.error(
                "IndexError", "index \(index) is out of bounds for axis 0 with size \(count)")
        }
        return item(index < 0 ? index + count : index)
    }

    private func indices(_ slice: SliceObject, _ python: Interpreter) throws -> [Int] {
        let all = Value.list((0..<(shape.first ?? 0)).map { .int($0) }, in: python)
        return try python.list(python.getItem(all, .object(slice))).compactMap(\.integer)
    }
}
