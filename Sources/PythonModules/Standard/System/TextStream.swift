import PythonRuntime

/// Text that is read and written in memory: `io.StringIO`, or a file that was opened.
package final class TextStream: InstanceObject, FromPython, ScratchWriter {
    /// Puts the text written so far into its file.
    func store() { target?.replace(Array(text.utf8)) }

    package static func from(_ value: Value, in python: Interpreter) throws -> TextStream {
        try python.receiver(value, "_io.StringIO")
    }

    private var characters: [Unicode.Scalar]
    private var position = 0
    private(set) var isClosed = false
    /// The file's path; nil for a stream in memory.
    let name: String?
    private let mode: String
    /// Where the text goes; nil for a stream in memory and for a file that is only read.
    private var target: ScratchFile?

    init(_ text: String, name: String? = nil, mode: String = "w+", type: TypeObject) {
        characters = Array(text.unicodeScalars)
        self.name = name
        self.mode = mode
        super.init(type: type)
    }

    deinit { store() }

    /// Makes a file the place where the text goes.
    func write(into file: ScratchFile, appending: Bool) {
        target = file
        file.writer = self
        if appending { position = characters.count }
    }

    private var isReadable: Bool { mode.contains("r") || mode.contains("+") }
    private var isWritable: Bool { mode.contains { "wax+".contains($0) } }

    private func close() {
        store()
        target = nil
        isClosed = true
    }

    private func reading(_ python: Interpreter) throws -> TextStream {
        guard isReadable else { throw IOTypes.unsupported("not readable", python) }
        return try open(python)
    }

    private var text: String { string(0..<characters.count) }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: characters[range])
        return String(view)
    }

    private func read(_ count: Int?) -> String {
        let start = min(position, characters.count)
        let end =
            count.map { $0 < 0 ? characters.count : min(start + $0, characters.count) }
            ?? characters.count
        position = end
        return string(start..<end)
    }

    private func line(_ limit: Int?) -> String {
        let start = min(position, characters.count)
        var end = characters[start...].firstIndex(of: "\n").map { $0 + 1 } ?? characters.count
        if let limit, limit >= 0 { end = min(end, start + limit) }
        position = end
        return string(start..<end)
    }

    private func write(_ text: String) -> Int {
        let new = Array(text.unicodeScalars)
        while characters.count < position { characters.append("\0") }
        let end = min(position + new.count, characters.count)
        characters.replaceSubrange(position..<end, with: new)
        position += new.count
        return new.count
    }

    private func open(_ python: Interpreter) throws -> TextStream {
        if isClosed {
            throw python.valueError("I/O operation on closed file" + (name == nil ? "" : "."))
        }
        return self
    }

    static func define(_ t: TypeBuilder) {
        t.constructor("StringIO(initial_value='', newline='\\n')") { python, type, values in
            guard values[0].isNone || values[0].text != nil else {
                throw python.typeError(
                    "initial_value must be str or None, not \(python.typeName(values[0]))")
            }
            return .object(TextStream(values[0].text ?? "", type: type))
        }
        defineReading(t)
        defineWriting(t)
        defineState(t)
    }

    private static func defineReading(_ t: TypeBuilder) {
        t.def("read(self, size=-1, /)") { (python: Interpreter, s: TextStream, size: Int?) in
            try s.reading(python).read(size)
        }
        t.def("readline(self, size=-1, /)") { (python: Interpreter, s: TextStream, size: Int?) in
            try s.reading(python).line(size)
        }
        t.def("readlines(self, hint=-1, /)") {
            (python: Interpreter, s: TextStream, _: Value) -> [String] in
            let s = try s.reading(python)
            var lines: [String] = []
            while s.position < s.characters.count { lines.append(s.line(nil)) }
            return lines
        }
        t.unary(.iter) { (python: Interpreter, s: TextStream) in try s.reading(python) }
        t.unary(.next) { (python: Interpreter, s: TextStream) -> String in
            let line = try s.reading(python).line(nil)
            if line.isEmpty { throw python.stopIteration() }
            return line
        }
        t.def("getvalue(self, /)") { (python: Interpreter, s: TextStream) in
            try s.open(python).text
        }
    }

    private static func defineWriting(_ t: TypeBuilder) {
        t.def("write(self, text, /)") { (python: Interpreter, s: TextStream, text: Value) -> Int in
            guard let text = text.text else {
                throw python.typeError(
                    "string argument expected, got '\(python.typeName(text))'")
            }
            guard s.isWritable else { throw IOTypes.unsupported("not writable", python) }
            return try s.open(python).write(text)
        }
        t.procedure("writelines(self, lines, /)") {
            (python: Interpreter, s: TextStream, lines: [String]) in
            guard s.isWritable else { throw IOTypes.unsupported("not writable", python) }
            for line in lines { _ = try s.open(python).write(line) }
        }
        t.def("truncate(self, size=None, /)") {
            (python: Interpreter, s: TextStream, size: Int?) -> Int in
            let size = size ?? s.position
            s.characters = Array(s.characters.prefix(size))
            return size
        }
    }

    private static func defineState(_ t: TypeBuilder) {
        t.def("seek(self, offset, whence=0, /)") {
            (python: Interpreter, s: TextStream, offset: Int, whence: Int) -> Int in
            guard whence != 0 || offset >= 0 else {
                throw python.valueError("Negative seek position \(offset)")
            }
            s.position = whence == 2 ? s.characters.count : whence == 1 ? s.position : offset
            return s.position
        }
        t.def("tell(self, /)") { (_: Interpreter, s: TextStream) in s.position }
        t.procedure("close(self, /)") { (_: Interpreter, s: TextStream) in s.close() }
        t.procedure("flush(self, /)") { (_: Interpreter, s: TextStream) in s.store() }
        t.def("readable(self, /)") { (_: Interpreter, s: TextStream) in s.isReadable }
        t.def("writable(self, /)") { (_: Interpreter, s: TextStream) in s.isWritable }
        t.def("seekable(self, /)") { (_: Interpreter, _: TextStream) in true }
        t.def("isatty(self, /)") { (_: Interpreter, _: TextStream) in false }
        t.property("closed") { python, value in try TextStream.from(value, in: python).isClosed }
        t.property("name") { python, value in try TextStream.from(value, in: python).name }
        t.property("mode") { python, value in try TextStream.from(value, in: python).mode }
        t.property("encoding") { python, value -> Value in
            let isFile = try TextStream.from(value, in: python).name != nil
            return isFile ? .string("UTF-8", in: python) : .none
        }
        t.unary(.enter) { (python: Interpreter, s: TextStream) in try s.open(python) }
        t.raw("__exit__(self, *exc_info)") { python, arguments in
            try TextStream.from(arguments.positional[0], in: python).close()
            return .none
        }
        t.unary(.repr) { (python: Interpreter, s: TextStream) -> String in
            guard let name = s.name else { return python.defaultRepr(.object(s)) }
            let quoted = try python.repr(.string(name, in: python))
            return "<_io.TextIOWrapper name=\(quoted) mode='\(s.mode)' encoding='UTF-8'>"
        }
    }
}
