import PythonRuntime

/// `bisect`.
enum BisectModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("bisect", in: python)
        for (suffix, isRight) in [("_left", false), ("_right", true), ("", true)] {
            m.def("bisect\(suffix)(a, x, lo=0, hi=None, *, key=None)") {
                (python: Interpreter, a: Value, x: Value, lo: Int, hi: Int?, key: Value) in
                try place(a, x, lo, hi, key, isRight, python)
            }
            m.def("insort\(suffix)(a, x, lo=0, hi=None, *, key=None)") {
                (python: Interpreter, a: Value, x: Value, lo: Int, hi: Int?, key: Value) -> Value in
                let compared = try key.isNone ? x : python.call(key, [x])
                let index = try place(a, compared, lo, hi, key, isRight, python)
                return try python.callMethod(a, "insert", [.int(index), x])
            }
        }
        return m.module
    }

    private static func place(
        _ sequence: Value, _ x: Value, _ lo: Int, _ hi: Int?, _ key: Value, _ isRight: Bool,
        _ python: Interpreter
    ) throws -> Int {
        guard lo >= 0 else { throw python.valueError("lo must be non-negative") }
        var (low, high) = (lo, try hi ?? python.length(sequence))
        while low < high {
            let middle = low + (high - low) / 2
            var item = try python.getItem(sequence, .int(middle))
            if !key.isNone { item = try python.call(key, [item]) }
            let goesRight = try isRight ? !python.isLess(x, item) : python.isLess(item, x)
            if goesRight { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
