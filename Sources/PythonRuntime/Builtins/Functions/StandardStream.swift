/// `sys.stdout` and `sys.stderr`: text that goes to the cell's output.
package final class StandardStream: InstanceObject {
    let name: String
    private let isError: Bool

    fileprivate init(_ name: String, isError: Bool, type: TypeObject) {
        self.name = name
        self.isError = isError
        super.init(type: type)
    }

    package func write(_ text: String, in python: Interpreter) throws {
        if isError { return python.output.stderr(Quoting.encodable(text)) }
        try python.checkEncodable(text)
        python.output.stdout(text)
    }
}

extension StandardStream: Receiver {
    package static var typeName: String { "TextIOWrapper" }
}

/// The two streams of an interpreter.
package final class StandardStreams {
    package let output: StandardStream
    package let error: StandardStream

    init(in python: Interpreter) {
        let type = TypeObject(
            "TextIOWrapper", bases: [python.types.object], module: "_io",
            metatype: python.types.type, in: python)
        type.hasInstanceDictionary = true
        output = StandardStream("<stdout>", isError: false, type: type)
        error = StandardStream("<stderr>", isError: true, type: type)
        define(TypeBuilder(type, in: python))
    }

    private func define(_ t: TypeBuilder) {
        t.def("write(self, text, /)\n\nWrites text and gives how many characters it has.") {
            (python: Interpreter, stream: StandardStream, value: Value) -> Int in
            guard let text = value.text else {
                throw python.typeError(
                    "write() argument must be str, not \(python.typeName(value))")
            }
            try stream.write(text, in: python)
            return text.unicodeScalars.count
        }
        t.procedure("writelines(self, lines, /)") {
            (python: Interpreter, stream: StandardStream, lines: [String]) in
            for line in lines { try stream.write(line, in: python) }
        }
        t.procedure("flush(self, /)") { (_: Interpreter, _: StandardStream) in }
        t.def("isatty(self, /)") { (_: Interpreter, _: StandardStream) in false }
        t.def("writable(self, /)") { (_: Interpreter, _: StandardStream) in true }
        t.def("readable(self, /)") { (_: Interpreter, _: StandardStream) in false }
        t.property("name") { python, value in try StandardStream.from(value, in: python).name }
        t.property("encoding") { _, _ in "utf-8" }
        t.property("errors") { _, _ in "strict" }
        t.property("closed") { _, _ in false }
        t.unary(.repr) { (_: Interpreter, stream: StandardStream) in
            "<_io.TextIOWrapper name='\(stream.name)' mode='w' encoding='utf-8'>"
        }
    }
}

extension Interpreter {
    /// What `sys.stdout` and `sys.stderr` are at first.
    package var standardStreams: StandardStreams {
        state(StandardStreams.self) { StandardStreams(in: $0) }
    }
}
