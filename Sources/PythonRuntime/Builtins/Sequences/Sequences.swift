import BigInt
import PythonSyntax

/// What `list`, `tuple` and `range` share.
enum Sequences {
    /// Items beyond which a container would take more memory (2 GiB) than a note's machine may have.
    static var limit: Int { 1 << 27 }

    /// The length of a repetition. Throws `MemoryError` before the machine suffers.
    static func repeatedCount(_ count: Int, times: Int, in python: Interpreter) throws -> Int {
        guard times > 0, count > 0 else { return 0 }
        let (total, overflows) = count.multipliedReportingOverflow(by: times)
        if overflows || total > limit { throw python.memoryError() }
        return total
    }

    /// The lexicographic order of two sequences: the result of comparing the first items that differ, or the
    /// lengths. A comparison may run Python code that changes a list, so the lengths are read again.
    static func compare(
        _ special: Special, _ a: some SlotSequence, _ b: some SlotSequence, in python: Interpreter
    ) throws -> Value {
        if a.count != b.count, special == .eq || special == .ne { return .bool(special == .ne) }
        return try python.machine.nesting(" in comparison") {
            var index = 0
            while index < a.count, index < b.count {
                let (x, y) = (a.slots[index], b.slots[index])
                if !x.isIdentical(to: y) {
                    let (x, y) = (x.value, y.value)
                    if try !python.isEqual(x, y) {
                        if special == .eq || special == .ne { return .bool(special == .ne) }
                        return try python.compare(special.comparison, x, y)
                    }
                }
                index += 1
            }
            return .bool(special.holds(a.count, b.count))
        }
    }

    /// The first position within bounds of an item; nil where there is none.
    static func firstIndex(
        of value: Value, in items: [Value], from start: Int, to stop: Int, _ python: Interpreter
    ) throws -> Int? {
        var index = start < 0 ? max(start + items.count, 0) : start
        let end = min(stop < 0 ? max(stop + items.count, 0) : stop, items.count)
        while index < end {
            if try python.isEqual(items[index], value) { return index }
            index += 1
        }
        return nil
    }
}

/// A container with its items in a row: `list`, `tuple`.
protocol SlotSequence: AnyObject {
    var slots: UnsafeMutablePointer<Slot> { get }
    var count: Int { get }
}

extension ListObject: SlotSequence {}
extension TupleObject: SlotSequence {}

extension Special {
    static let comparisons: [Special] = [.lt, .le, .eq, .ne, .gt, .ge]

    /// The operator of a comparison's method.
    var comparison: ComparisonOperator {
        switch self {
        case .lt: .less
        case .le: .lessEqual
        case .ne: .notEqual
        case .gt: .greater
        case .ge: .greaterEqual
        default: .equal
        }
    }

    /// Whether the comparison holds between two values that Swift can compare.
    func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch self {
        case .lt: a < b
        case .le: a <= b
        case .ne: a != b
        case .gt: a > b
        case .ge: a >= b
        default: a == b
        }
    }
}

extension Interpreter {
    func memoryError() -> PythonError { error(types.exception("MemoryError"), []) }

    /// The position that an index names in a sequence, counted from the end where it is negative. nil where it
    /// is past the ends.
    func position(_ key: Value, count: Int, of kind: String) throws -> Int? {
        let index = try itemIndex(key, of: kind)
        let position = index < 0 ? index + count : index
        return position >= 0 && position < count ? position : nil
    }

    /// An index as an integer.
    func itemIndex(_ key: Value, of kind: String) throws -> Int {
        if let index = key.integer { return index }
        guard key.object is BigIntegerObject || type(of: key).special(.index) != nil else {
            throw typeError("\(kind) indices must be integers or slices, not \(typeName(key))")
        }
        let big = try bigIndex(key)
        guard let index = Int(exactly: big) else {
            throw error("IndexError", "cannot fit '\(typeName(key))' into an index-sized integer")
        }
        return index
    }

    /// Calls a body with each item of an iterable until it says false. A list may change meanwhile.
    func forEach(in iterable: Value, while body: (Value) throws -> Bool) throws {
        var index = 0
        if let list = iterable.object as? ListObject, list.kind == .list {
            while index < list.count, try body(list.slots[index].value) { index += 1 }
        } else if let tuple = iterable.object as? TupleObject, tuple.kind == .tuple {
            while index < tuple.count, try body(tuple.slots[index].value) { index += 1 }
        } else {
            let iterator = try iterator(iterable)
            while let item = try next(iterator), try body(item) {}
        }
    }

    /// Calls a body with each item as a register holds it, uncounted, as long as it says so.
    func forEachSlot(in iterable: Value, while body: (Slot) throws -> Bool) throws {
        let iterator = try iterator(iterable)
        try withExtendedLifetime(iterator) {
            let source = Slot(borrowing: iterator)
            var goesOn = true
            while goesOn {
                try checkInterrupt()
                var unused = Slot.undefined
                let item = try machine.next(source, into: &unused)
                if item.isUndefined { return }
                defer { item.release() }
                goesOn = try body(item)
            }
        }
    }

    /// The items of an iterable of which there may be too many for the memory.
    func boundedList(_ iterable: Value) throws -> [Value] {
        if let object = iterable.object, object.kind == .list || object.kind == .tuple {
            return try list(iterable)
        }
        var items: [Value] = []
        let iterator = try iterator(iterable)
        if let expected = (iterator.object as? IteratorObject)?.remaining {
            if expected > Sequences.limit { throw memoryError() }
            items.reserveCapacity(expected)
        }
        while let item = try next(iterator) {
            items.append(item)
            if items.count > Sequences.limit { throw memoryError() }
        }
        return items
    }

    /// CPython's words where `+` or `*` has a sequence on one side and nothing that fits on the other.
    func sequenceOperatorError(_ operation: String, _ a: Value, _ b: Value) -> PythonError? {
        switch operation {
        case "+", "+=":
            guard let base = sequenceBase(a), !redefines(.add, a) else { return nil }
            if base.hasPrefix("byte") {
                return typeError("can't concat \(typeName(b)) to \(typeName(a))")
            }
            return typeError(
                "can only concatenate \(base) (not \"\(typeName(b))\") to \(base)")
        case "*", "*=":
            if sequenceBase(a) != nil, !redefines(.mul, a) {
                return typeError("can't multiply sequence by non-int of type '\(typeName(b))'")
            }
            if sequenceBase(b) != nil, !redefines(.mul, b) {
                return typeError("can't multiply sequence by non-int of type '\(typeName(a))'")
            }
            return nil
        default: return nil
        }
    }

    /// Whether a class written in Python has an operator's method of its own.
    private func redefines(_ special: Special, _ value: Value) -> Bool {
        if case .attribute? = type(of: value).special(special) { true } else { false }
    }

    /// The built-in sequence that a value is an instance of.
    private func sequenceBase(_ value: Value) -> String? { sequenceBase(type(of: value)) }

    /// The builtin sequence that a class is or inherits from.
    func sequenceBase(_ type: TypeObject) -> String? {
        [types.list, types.tuple, types.str, types.bytes, types.bytearray]
            .first { type.isSubtype(of: $0) }?.name
    }

    /// Whether the left operand is a built-in sequence, which joins and repeats only what the right operand's own
    /// arithmetic leaves to it.
    func isSequenceOperation(
        _ operation: BinaryOperator, _ left: TypeObject, _ right: TypeObject
    ) -> Bool {
        let hasOwnArithmetic =
            operation == .multiply ? right !== types.int : operation == .add && !right.isBuiltin
        guard hasOwnArithmetic else { return false }
        return left.isBuiltin && sequenceBase(left) != nil && sequenceBase(right) == nil
    }
}
