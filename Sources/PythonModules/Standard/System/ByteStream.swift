import PythonRuntime

/// Bytes that are read and written in memory: `io.BytesIO`, or a file that was opened.
package final class ByteStream: InstanceObject, FromPython, ScratchWriter {
    package static func from(_ value: Value, in python: Interpreter) throws -> ByteStream {
        try python.receiver(value, "_io.BytesIO")
    }

    private var bytes: [UInt8]
    private var position = 0
    private var isClosed = false
    private let name: String?
    private let mode: String
    /// Where the bytes go; nil for a stream in memory and for a file that is only read.
    private var target: ScratchFile?

    init(_ bytes: [UInt8], name: String? = nil, mode: String = "w+b", type: TypeObject) {
        self.bytes = bytes
        self.name = name
        self.mode = mode
        super.init(type: type)
    }

    deinit { store() }

    /// Makes a file the place where the bytes go.
    func write(into file: ScratchFile, appending: Bool) {
        target = file
        file.writer = self
        if appending { position = bytes.count }
    }

    /// Puts the bytes written so far into their file.
    func store() { target?.replace(bytes) }

    private func close() {
        store()
        target = nil
        isClosed = true
    }

    private var isWritable: Bool { mode.contains { "wax+".contains($0) } }

    private func read(_ count: Int?) -> [UInt8] {
        let start = min(position, bytes.count)
        let end = count.map { $0 < 0 ? bytes.count : min(start + $0, bytes.count) } ?? bytes.count
        position = end
        return Array(bytes[start..<end])
    }

    private func line() -> [UInt8] {
        let start = min(position, bytes.count)
        let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        position = end
        return Array(bytes[start..<end])
    }

    private func write(_ new: [UInt8]) -> Int {
        while bytes.count < position { bytes.append(0) }
        bytes.replaceSubrange(position..<min(position + new.count, bytes.count), with: new)
        position += new.count
        return new.count
    }

    private func open(_ python: Interpreter) throws -> ByteStream {
        if isClosed { throw python.valueError("I/O operation on closed file.") }
        return self
    }

    static func define(_ t: TypeBuilder) {
        t.constructor("BytesIO(initial_bytes=None)") { python, type, values in
            .object(ByteStream(try Bytes.from(values[0], in: python).bytes, type: type))
        }
        t.def("read(self, size=-1, /)") { (python: Interpreter, s: ByteStream, size: Int?) in
            BytesObject(try s.open(python).read(size), in: python)
        }
        t.def("readline(self, size=-1, /)") { (python: Interpreter, s: ByteStream, _: Value) in
            BytesObject(try s.open(python).line(), in: python)
        }
        t.def("readlines(self, hint=-1, /)") {
            (python: Interpreter, s: ByteStream, _: Value) -> [Value] in
            let s = try s.open(python)
            var lines: [Value] = []
            while s.position < s.bytes.count {
                lines.append(.object(BytesObject(s.line(), in: python)))
            }
            return lines
        }
        t.unary(.iter) { (python: Interpreter, s: ByteStream) in try s.open(python) }
        t.unary(.next) { (python: Interpreter, s: ByteStream) -> Value in
            let line = try s.open(python).line()
            if line.isEmpty { throw python.stopIteration() }
            return .object(BytesObject(line, in: python))
        }
        t.def("getvalue(self, /)") { (python: Interpreter, s: ByteStream) in
            BytesObject(try s.open(python).bytes, in: python)
        }
        t.def("write(self, data, /)") { (python: Interpreter, s: ByteStream, data: Bytes) -> Int in
            guard s.isWritable else { throw IOTypes.unsupported("write", python) }
            return try s.open(python).write(data.bytes)
        }
        defineState(t)
    }

    private static func defineState(_ t: TypeBuilder) {
        t.def("seek(self, offset, whence=0, /)") {
            (python: Interpreter, s: ByteStream, offset: Int, whence: Int) -> Int in
            let base = whence == 2 ? s.bytes.count : whence == 1 ? s.position : 0
            guard whence != 0 || offset >= 0 else {
                throw python.valueError("negative seek value \(offset)")
            }
            let (place, isTooFar) = base.addingReportingOverflow(offset)
            guard !isTooFar else { throw python.error("OverflowError", "new position too large") }
            s.position = max(place, 0)
            return s.position
        }
        t.def("tell(self, /)") { (_: Interpreter, s: ByteStream) in s.position }
        t.procedure("close(self, /)") { (_: Interpreter, s: ByteStream) in s.close() }
        t.procedure("flush(self, /)") { (_: Interpreter, s: ByteStream) in s.store() }
        t.property("closed") { python, value in try ByteStream.from(value, in: python).isClosed }
        t.property("name") { python, value in try ByteStream.from(value, in: python).name }
        t.unary(.enter) { (python: Interpreter, s: ByteStream) in try s.open(python) }
        t.raw("__exit__(self, *exc_info)") { python, arguments in
            try ByteStream.from(arguments.positional[0], in: python).close()
            return .none
        }
    }

    /// Bytes as an argument.
    struct Bytes: FromPython {
        let bytes: [UInt8]

        static func from(_ value: Value, in python: Interpreter) throws -> Bytes {
            if let object = value.object as? BytesObject { return Bytes(bytes: object.bytes) }
            if value.isNone { return Bytes(bytes: []) }
            throw python.typeError(
                "a bytes-like object is required, not '\(python.typeName(value))'")
        }
    }
}
