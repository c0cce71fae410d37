import PythonRuntime

/// Texts as lists of word numbers, as `keras.datasets` keeps and prepares them.
enum WordLists {
    static func define(_ m: ModuleBuilder) {
        m.def(
            "word_lists(data)\n\nThe lists of numbers in a pickled array; nothing else is made of it."
        ) {
            (python: Interpreter, data: ByteStream.Bytes) -> Value in
            var reader = PickledLists(data.bytes)
            guard let lists = reader.read() else {
                throw python.valueError(
                    "The file does not hold an array of lists of numbers, and unpickling anything else can run any code."
                )
            }
            return .list(lists.map { .list($0.map(Value.int), in: python) }, in: python)
        }
        m.def(
            "adjusted(lists, shift, start, low, high, other)\n\nNumbers shifted, with a first one, and others in place of those outside low..<high."
        ) {
            (
                python: Interpreter, lists: Value, shift: Int, start: Int?, low: Int, high: Int,
                other: Int?
            ) -> Value in
            .list(
                try python.list(lists).map { list in
                    try adjusted(list, shift, start, low, high, other, python)
                }, in: python)
        }
    }

    private static func adjusted(
        _ list: Value, _ shift: Int, _ start: Int?, _ low: Int, _ high: Int, _ other: Int?,
        _ python: Interpreter
    ) throws -> Value {
        var result: [Value] = []
        let items = try python.list(list)
        result.reserveCapacity(items.count + 1)
        if let start { result.append(.int(start)) }
        for item in items {
            guard let number = item.integer else {
                throw python.typeError("a text must be a list of numbers")
            }
            let shifted = number &+ shift
            if low <= shifted, shifted < high {
                result.append(.int(shifted))
            } else if let other {
                result.append(.int(other))
            }
        }
        return .list(result, in: python)
    }
}
