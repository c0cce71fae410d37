import PythonRuntime
import Tensors

/// `TensorShape`.
enum ShapeType {
    static func value(_ shape: Shape, in python: Interpreter) -> Value {
        .object(ShapeObject(shape.dimensions, in: python))
    }

    static func define(in python: Interpreter) {
        let t = TypeBuilder(ArrayTypes.of(python).tensorShape, pythonWording: true, in: python)
        t.constructor("TensorShape(dims)") { python, _, values in
            .object(ShapeObject(try dimensions(values[0], in: python), in: python))
        }
        t.unary(.repr) { _, value in "TensorShape(\(listText(value)))" }
        t.unary(.str) { _, value in tupleText(value) }
        t.binary(.format) { python, value, specification in
            try python.format(.string(tupleText(value), in: python), specification.text ?? "")
        }
        t.unary(.len) { python, value in try known(value, python).count }
        t.unary(.bool) { _, value in (value.object as? ShapeObject)?.dimensions != nil }
        t.unary(.iter) { python, value in try python.iterator(list(value, python)) }
        t.unary(.hash) { python, value in try python.hash(.tuple(items(value, python), in: python))
        }
        t.binary(.getitem) { python, value, key -> Value in
            let picked = try python.getItem(.tuple(items(value, python), in: python), key)
            guard let tuple = picked.object as? TupleObject else { return picked }
            return .object(ShapeObject(tuple.items.map(\.integer), in: python))
        }
        t.binary(.eq) { python, a, b -> Value in
            guard let a = a.object as? ShapeObject, let other = try? dimensions(b, in: python)
            else {
                return python.notImplemented
            }
            return .bool(a.dimensions == other)
        }
        t.binary(.add) { python, a, b -> Value in
            .object(
                ShapeObject(try known(a, python) + (dimensions(b, in: python) ?? []), in: python))
        }
        t.binary(.radd) { python, a, b -> Value in
            .object(
                ShapeObject(try (dimensions(b, in: python) ?? []) + known(a, python), in: python))
        }
        methods(t)
    }

    private static func methods(_ t: TypeBuilder) {
        t.def("as_list(self)\n\nThe lengths as a list.") {
            (python: Interpreter, value: Value) -> Value in
            guard (value.object as? ShapeObject)?.dimensions != nil else {
                throw python.valueError("as_list() is not defined on an unknown TensorShape.")
            }
            return try list(value, python)
        }
        t.def("assert_has_rank(self, rank)") {
            (python: Interpreter, value: Value, rank: Int) -> Value in
            guard let own = (value.object as? ShapeObject)?.dimensions, own.count != rank else {
                return .none
            }
            throw python.valueError("Shape \(text(own)) must have rank \(rank)")
        }
        t.def("assert_is_fully_defined(self)") { (python: Interpreter, value: Value) -> Value in
            let own = (value.object as? ShapeObject)?.dimensions
            guard own?.contains(nil) != false else { return .none }
            throw python.valueError("Shape \(text(own)) is not fully defined")
        }
        t.def("num_elements(self)") { (_: Interpreter, value: Value) -> Int? in
            guard let lengths = (value.object as? ShapeObject)?.dimensions, !lengths.contains(nil)
            else { return nil }
            return lengths.compactMap { $0 }.reduce(1) { $0.multipliedReportingOverflow(by: $1).0 }
        }
        t.def("is_fully_defined(self)") { (_: Interpreter, value: Value) in
            (value.object as? ShapeObject)?.dimensions.map { !$0.contains(nil) } ?? false
        }
        t.def("concatenate(self, other)") {
            (python: Interpreter, value: Value, other: Value) -> Value in
            let own = (value.object as? ShapeObject)?.dimensions
            let rest = try dimensions(other, in: python)
            return .object(ShapeObject(own.flatMap { own in rest.map { own + $0 } }, in: python))
        }
        t.def("is_compatible_with(self, other)") {
            (python: Interpreter, value: Value, other: Value) -> Bool in
            fits((value.object as? ShapeObject)?.dimensions, try dimensions(other, in: python))
        }
        t.def("assert_is_compatible_with(self, other)") {
            (python: Interpreter, value: Value, other: Value) -> Value in
            let (own, rest) = (
                (value.object as? ShapeObject)?.dimensions, try dimensions(other, in: python)
            )
            guard !fits(own, rest) else { return .none }
            throw python.valueError(
                "Shapes \(text(own)) and \(try python.str(other)) are incompatible")
        }
        t.def("with_rank(self, rank)") { (python: Interpreter, value: Value, rank: Int) -> Value in
            guard let own = (value.object as? ShapeObject)?.dimensions, own.count != rank else {
                return value
            }
            throw python.valueError("Shape \(text(own)) must have rank \(rank)")
        }
        t.def("merge_with(self, other)") {
            (python: Interpreter, value: Value, other: Value) -> Value in
            let (own, rest) = (
                (value.object as? ShapeObject)?.dimensions, try dimensions(other, in: python)
            )
            guard let own, let rest else {
                return .object(ShapeObject(own ?? rest, in: python))
            }
            guard fits(own, rest) else {
                throw python.valueError("Shapes \(text(own)) and \(text(rest)) are not compatible")
            }
            return .object(ShapeObject(zip(own, rest).map { $0 ?? $1 }, in: python))
        }
        t.property("rank") { _, value in (value.object as? ShapeObject)?.dimensions?.count }
        t.property("ndims") { _, value in (value.object as? ShapeObject)?.dimensions?.count }
        t.property("dims") { python, value -> Value in
            guard let lengths = (value.object as? ShapeObject)?.dimensions else { return .none }
            return .list(lengths.map { DimensionType.value($0, in: python) }, in: python)
        }
    }

    /// The lengths in a value that describes a shape.
    static func dimensions(_ value: Value, in python: Interpreter) throws -> [Int?]? {
        if value.isNone { return nil }
        if let shape = value.object as? ShapeObject { return shape.dimensions }
        if let length = value.integer { return [length] }
        return try python.list(value).map { $0.isNone ? nil : try length($0, in: python) }
    }

    private static func length(_ value: Value, in python: Interpreter) throws -> Int? {
        if python.typeName(value) == "Dimension" {
            return try python.getAttribute(value, "value").integer
        }
        guard python.type(of: value).special(.index) != nil else {
            throw python.typeError(
                "Dimension value must be integer or None or have an __index__ method, got value '\(try python.repr(value))' with type '\(try python.repr(.object(python.type(of: value))))'"
            )
        }
        let length = try python.index(value)
        guard length >= 0 else { throw python.valueError("Dimension \(length) must be >= 0") }
        return length
    }

    private static func known(_ value: Value, _ python: Interpreter) throws -> [Int?] {
        guard let dimensions = (value.object as? ShapeObject)?.dimensions else {
            throw python.valueError("Cannot take the length of shape with unknown rank.")
        }
        return dimensions
    }

    private static func items(_ value: Value, _ python: Interpreter) throws -> [Value] {
        try known(value, python).map { $0.map(Value.int) ?? .none }
    }

    private static func list(_ value: Value, _ python: Interpreter) throws -> Value {
        .list(try items(value, python), in: python)
    }

    /// Whether two shapes, as far as they are known, may be the same.
    private static func fits(_ a: [Int?]?, _ b: [Int?]?) -> Bool {
        guard let a, let b else { return true }
        return a.count == b.count && zip(a, b).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }

    /// The lengths as a tuple: `(None, 3)`.
    static func text(_ dimensions: [Int?]?) -> String {
        guard let dimensions else { return "<unknown>" }
        let texts = dimensions.map { $0.map(String.init) ?? "None" }
        return texts.count == 1 ? "(\(texts[0]),)" : "(" + texts.joined(separator: ", ") + ")"
    }

    private static func listText(_ value: Value) -> String {
        guard let dimensions = (value.object as? ShapeObject)?.dimensions else { return "None" }
        return "[" + dimensions.map { $0.map(String.init) ?? "None" }.joined(separator: ", ") + "]"
    }

    private static func tupleText(_ value: Value) -> String {
        text((value.object as? ShapeObject)?.dimensions)
    }
}
