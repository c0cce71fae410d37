/// `dict.keys()`, `dict.values()`, `dict.items()`: what the dictionary holds now, without a copy.
package final class DictionaryView: Object {
    let dictionary: DictionaryObject
    let part: DictionaryPart

    init(_ dictionary: DictionaryObject, part: DictionaryPart, in python: Interpreter) {
        self.dictionary = dictionary
        self.part = part
        let types = python.types.containers
        switch part {
        case .keys: super.init(type: types.dictKeys)
        case .values: super.init(type: types.dictValues)
        case .items: super.init(type: types.dictItems)
        }
    }

    func contains(_ value: Value, in python: Interpreter) throws -> Bool {
        switch part {
        case .keys: return try dictionary.get(value, in: python) != nil
        case .values: return try dictionary.values.contains { try python.isEqual($0, value) }
        case .items:
            guard let pair = value.object as? TupleObject, pair.count == 2,
                let known = try dictionary.get(pair[0], in: python)
            else { return false }
            return try python.isEqual(known, pair[1])
        }
    }

    /// The values that a loop sees.
    func items(in python: Interpreter) -> [Value] {
        dictionary.items.map { part.value($0.key, $0.value, in: python) }
    }
}

extension DictionaryView: Receiver { package static var typeName: String { "dict_keys" } }

extension Builtins {
    /// The views of `dict`.
    static func defineDictionaryViews(_ m: ModuleBuilder) {
        let types = m.python.types.containers
        for type in [types.dictKeys, types.dictValues, types.dictItems] {
            let t = TypeBuilder(type, in: m.python)
            t.unary(.len) { (_: Interpreter, view: DictionaryView) in view.dictionary.count }
            t.unary(.iter) { (python: Interpreter, view: DictionaryView) in
                DictionaryIterator(view.dictionary, part: view.part, in: python)
            }
            t.unary(.reversed) { (python: Interpreter, view: DictionaryView) in
                DictionaryReverseIterator(view.dictionary, part: view.part, in: python)
            }
            t.unary(.repr) { (python: Interpreter, view: DictionaryView) -> String in
                let text = try python.guardingRecursion(.object(view)) {
                    try view.items(in: python).map { try python.repr($0) }
                        .joined(separator: ", ")
                }
                guard let text else { return "..." }
                return "\(view.type.name)([\(text)])"
            }
            t.property("mapping") { python, value -> Value in
                let view = try DictionaryView.from(value, in: python)
                return .object(MappingProxy(.object(view.dictionary), in: python))
            }
        }
        for type in [types.dictKeys, types.dictItems] {
            dictionarySetView(TypeBuilder(type, in: m.python))
        }
    }

    /// What the views of keys and of items share with sets.
    private static func dictionarySetView(_ t: TypeBuilder) {
        t.type.setTypeAttribute("__hash__", .none)
        t.binary(.contains) { (python: Interpreter, view: DictionaryView, value: Value) in
            try view.contains(value, in: python)
        }
        for special in Special.comparisons {
            t.binary(special) {
                (python: Interpreter, view: DictionaryView, other: Value) -> Value in
                try python.compareAsSets(special, .object(view), other)
            }
        }
        for operation in SetOperation.allCases {
            t.binary(operation.special) {
                (python: Interpreter, view: DictionaryView, other: Value) -> Value in
                if operation == .intersection, !(other.object is SetObject) {
                    return .object(try view.shared(with: other, in: python))
                }
                let own = try python.newSet(.object(view))
                return .object(try operation.apply(own, python.newSet(other), in: python))
            }
            t.binary(operation.reflectedSpecial) {
                (python: Interpreter, view: DictionaryView, other: Value) -> Value in
                let own = try python.newSet(.object(view))
                return .object(try operation.apply(python.newSet(other), own, in: python))
            }
        }
        t.def("isdisjoint(self, other, /)\n\nWhether nothing is in both.") {
            (python: Interpreter, view: DictionaryView, other: Value) -> Bool in
            try !python.list(other).contains { try view.contains($0, in: python) }
        }
    }
}

extension DictionaryView {
    /// What is in both, as the other one has it: `1` where the keys have `True`.
    fileprivate func shared(with other: Value, in python: Interpreter) throws -> SetObject {
        let result = SetObject(in: python)
        for item in try python.list(other) where try contains(item, in: python) {
            try result.insert(item, in: python)
        }
        return result
    }
}

extension Interpreter {
    /// Compares a view with a set or another view as sets.
    fileprivate func compareAsSets(_ special: Special, _ a: Value, _ b: Value) throws -> Value {
        let isSet =
            b.object is SetObject
            || (b.object as? DictionaryView).map { $0.part != .values } == true
        guard isSet else { return notImplemented }
        let (countA, countB) = (try length(a), try length(b))
        let isSubset = { (x: Value, y: Value) in
            try self.list(x).allSatisfy { try self.contains(y, $0) }
        }
        switch special {
        case .eq: return .bool(try countA == countB && isSubset(a, b))
        case .ne: return .bool(try countA != countB || !isSubset(a, b))
        case .lt: return .bool(try countA < countB && isSubset(a, b))
        case .le: return .bool(try countA <= countB && isSubset(a, b))
        case .gt: return .bool(try countA > countB && isSubset(b, a))
        default: return .bool(try countA >= countB && isSubset(b, a))
        }
    }
}
