import BigInt
import PythonRuntime
import Tensors

extension PythonRandomModule {
    static func defineIntegers(_ t: TypeBuilder) {
        t.def("randrange(self, start, stop=None, step=1)\n\nAn item of `range(start, stop, step)`.")
        {
            (python: Interpreter, r: PythonRandomObject, start: Value, stop: Value, step: Value) in
            try range(r, start, stop, step, python)
        }
        t.def("randint(self, a, b)\n\nAn integer between a and b, both included.") {
            (python: Interpreter, r: PythonRandomObject, a: Value, b: Value) -> Value in
            let end = try python.binary(.add, b, .int(1))
            let (a, b) = (try integer(a, "arg 1", python), try integer(end, "stop", python))
            guard a < b else { throw emptyRange([a, b, b - a], python) }
            return python.integer(a + below(b - a, r))
        }
        t.def("getrandbits(self, k, /)") {
            (python: Interpreter, r: PythonRandomObject, count: Int) -> BigInt in
            guard count >= 0 else {
                throw python.valueError("number of bits must be non-negative")
            }
            try python.checkSize(1, times: count / 8)
            return bits(count, r)
        }
        t.def("randbytes(self, n)") {
            (python: Interpreter, r: PythonRandomObject, count: Int) -> Value in
            guard count >= 0 else {
                throw python.valueError("number of bits must be non-negative")
            }
            try python.checkSize(8, times: count)
            var number = bits(count * 8, r).magnitude
            var bytes: [UInt8] = []
            for _ in 0..<max(count, 0) {
                bytes.append(UInt8(truncatingIfNeeded: number.words.first ?? 0))
                number >>= 8
            }
            return .object(BytesObject(bytes, in: python))
        }
    }

    private static func bits(_ count: Int, _ r: PythonRandomObject) -> BigInt {
        r.generator.value.bits(count).reversed().reduce(BigInt(0)) { $0 << 32 | BigInt($1) }
    }

    private static func below(_ bound: BigInt, _ r: PythonRandomObject) -> BigInt {
        if let small = Int(exactly: bound) { return BigInt(r.generator.value.below(small)) }
        while true {
            let candidate = bits(bound.magnitude.bitWidth, r)
            if candidate < bound { return candidate }
        }
    }

    private static func range(
        _ r: PythonRandomObject, _ start: Value, _ stop: Value, _ step: Value, _ python: Interpreter
    ) throws -> Value {
        let first = try integer(start, "arg 1", python)
        if stop.isNone {
            guard case .int(1) = step else {
                throw python.typeError("Missing a non-None stop argument")
            }
            guard first > 0 else { throw python.valueError("empty range for randrange()") }
            return python.integer(below(first, r))
        }
        let last = try integer(stop, "stop", python)
        let width = last - first
        let step = try integer(step, "step", python)
        if step == 1 {
            guard width > 0 else { throw emptyRange([first, last, width], python) }
            return python.integer(first + below(width, r))
        }
        guard !step.isZero else { throw python.valueError("zero step for randrange()") }
        let count = step > 0 ? (width + step - 1) / step : (width + step + 1) / step
        guard count > 0, (width > 0) == (step > 0) else {
            throw python.valueError("empty range for randrange()")
        }
        return python.integer(first + step * below(count, r))
    }

    /// An integer, or a whole number of another kind, which Python 3.11 still takes.
    private static func integer(
        _ value: Value, _ role: String, _ python: Interpreter
    ) throws -> BigInt {
        if try python.isIndex(value) { return try python.bigIndex(value) }
        let whole = try python.call(.object(python.types.int), [value])
        guard try python.isEqual(whole, value) else {
            throw python.valueError("non-integer \(role) for randrange()")
        }
        return try python.bigIndex(whole)
    }

    private static func emptyRange(_ parts: [BigInt], _ python: Interpreter) -> PythonError {
        python.valueError(
            "empty range for randrange() (\(parts.map(\.description).joined(separator: ", ")))")
    }

    static func defineSequences(_ t: TypeBuilder) {
        t.def("choice(self, seq)\n\nOne of the items of a sequence.") {
            (python: Interpreter, r: PythonRandomObject, sequence: Value) -> Value in
            let count = try python.length(sequence)
            guard count > 0 else {
                throw python.error("IndexError", "Cannot choose from an empty sequence")
            }
            return try python.getItem(sequence, .int(r.generator.value.below(count)))
        }
        t.def("shuffle(self, x)\n\nPuts the items of a list in random order.") {
            (python: Interpreter, r: PythonRandomObject, sequence: Value) -> Value in
            try shuffle(sequence, r, python)
            return .none
        }
        t.def("sample(self, population, k, *, counts=None)\n\nDifferent items of a sequence.") {
            (
                python: Interpreter, r: PythonRandomObject, population: Value, count: Int,
                counts: [Int]?
            )
                -> [Value] in
            guard
                python.type(of: population).isSequencePattern
                    || python.type(of: population).special(.getitem) != nil
            else {
                throw python.typeError(
                    "Population must be a sequence.  For dicts or sets, use sorted(d).")
            }
            var items = try python.list(population)
            if let counts {
                guard counts.count == items.count else {
                    throw python.typeError(
                        "The number of counts does not match the population")
                }
                items = zip(items, counts).flatMap { Array(repeating: $0, count: max($1, 0)) }
            }
            guard count >= 0, count <= items.count else {
                throw python.valueError("Sample larger than population or is negative")
            }
            return r.generator.value.sample(count, of: items.count).map { items[$0] }
        }
        t.def(
            "choices(self, population, weights=None, *, cum_weights=None, k=1)\n\nItems drawn with replacement."
        ) {
            (
                python: Interpreter, r: PythonRandomObject, population: Value, weights: Value,
                cumulative: Value, count: Int
            ) in
            try choices(population, weights, cumulative, count, r, python)
        }
    }

    private static func shuffle(_ sequence: Value, _ r: PythonRandomObject, _ python: Interpreter)
        throws
    {
        if let list = sequence.object as? ListObject {
            var items = list.items
            r.generator.value.shuffle(&items)
            list.reorder(items)
            return
        }
        for index in stride(from: try python.length(sequence) - 1, to: 0, by: -1) {
            let other = r.generator.value.below(index + 1)
            let (a, b) = (
                try python.getItem(sequence, .int(index)), try python.getItem(sequence, .int(other))
            )
            try python.setItem(sequence, .int(index), b)
            try python.setItem(sequence, .int(other), a)
        }
    }

    private static func choices(
        _ population: Value, _ weights: Value, _ cumulative: Value, _ count: Int,
        _ r: PythonRandomObject,
        _ python: Interpreter
    ) throws -> [Value] {
        let size = try python.length(population)
        func items(_ places: [Int]) throws -> [Value] {
            try places.map { try python.getItem(population, .int($0)) }
        }
        if weights.isNone, cumulative.isNone {
            guard size > 0 || count <= 0 else {
                throw python.error("IndexError", "list index out of range")
            }
            return try items(r.generator.value.choices(max(count, 0), of: size))
        }
        guard weights.isNone || cumulative.isNone else {
            throw python.typeError("Cannot specify both weights and cumulative weights")
        }
        var sums = try python.list(weights.isNone ? cumulative : weights)
            .map { try python.double($0) }
        if cumulative.isNone {
            for index in sums.indices.dropFirst() { sums[index] += sums[index - 1] }
        }
        guard sums.count == size else {
            throw python.valueError("The number of weights does not match the population")
        }
        guard let total = sums.last, total > 0 else {
            throw python.valueError("Total of weights must be greater than zero")
        }
        guard total.isFinite else { throw python.valueError("Total of weights must be finite") }
        return try items(
            r.generator.value.choices(max(count, 0), cumulativeWeights: sums))
    }
}
