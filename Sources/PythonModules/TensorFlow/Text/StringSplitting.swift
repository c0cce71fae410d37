import PythonRuntime
import Tensors

/// `tf.strings`: one string into several; rows of strings give ragged tensors.
enum StringSplitting {
    static func define(_ m: ModuleBuilder) {
        m.def("split(input, sep=None, maxsplit=-1, name=None)\n\nThe words of each string.") {
            (_: Interpreter, input: RaggedArgument, separator: TensorLike?, most: Int, _: Value) in
            let own = separator?.tensor.byteStrings.first?.bytes ?? []
            return try split(input.ragged) { bytes in
                own.isEmpty
                    ? words(bytes.bytes, most: most)
                    : StringJoining.split(bytes.bytes, at: own, most: most)
            }
        }
        m.def("bytes_split(input, name=None)") {
            (_: Interpreter, input: RaggedArgument, _: Value) in
            try split(input.ragged) { $0.bytes.map { [$0] } }
        }
        m.def(
            "unicode_split(input, input_encoding, errors='replace', replacement_char=65533, name=None)"
        ) {
            (_: Interpreter, input: RaggedArgument, _: Value, _: Value, _: Value, _: Value) in
            try split(input.ragged) { $0.text.unicodeScalars.map { Array(String($0).utf8) } }
        }
        unicode(m)
    }

    private static func unicode(_ m: ModuleBuilder) {
        m.def(
            "unicode_decode(input, input_encoding, errors='replace', replacement_char=65533, replace_control_characters=False, name=None)"
        ) {
            (
                _: Interpreter, input: RaggedArgument, _: Value, _: Value, _: Value, _: Value,
                _: Value
            ) in
            try expanded(input.ragged) { bytes in
                Tensor(bytes.text.unicodeScalars.map { Int32($0.value) })
            }
        }
        m.def(
            "unicode_encode(input, output_encoding, errors='replace', replacement_char=65533, name=None)"
        ) {
            (_: Interpreter, input: RaggedArgument, _: Value, _: Value, _: Value, _: Value) in
            try encoded(input.ragged)
        }
        m.def(
            "unicode_transcode(input, input_encoding, output_encoding, errors='replace', replacement_char=65533, replace_control_characters=False, name=None)"
        ) {
            (
                _: Interpreter, input: RaggedArgument, _: Value, _: Value, _: Value, _: Value,
                _: Value, _: Value
            ) in
            input.map {
                StringFunctions.map($0, to: .string) { .bytes(ByteString($0.text)) }
            }
        }
    }

    private static func encoded(_ piece: RaggedPiece) throws -> RaggedPiece {
        func text(_ tensor: Tensor) -> Tensor {
            var view = String.UnicodeScalarView()
            for number in tensor.ints {
                view.append(UInt32(exactly: number).flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}")
            }
            return Tensor(.bytes(ByteString(String(view))), .string)
        }
        switch piece {
        case .tensor(let tensor) where tensor.rank <= 1: return .tensor(text(tensor))
        case .tensor(let tensor):
            return .tensor(try Tensor.stack(tensor.unstacked(axis: 0).map(text), axis: 0))
        case .ragged(let ragged):
            let rows = try ragged.rows().map { try encoded($0).flatValues }
            return .tensor(
                rows.isEmpty ? Tensor(zeros: [0], .string) : try Tensor.stack(rows, axis: 0))
        }
    }

    /// Words between blanks.
    private static func words(_ bytes: [UInt8], most: Int) -> [[UInt8]] {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        var (found, rest) = ([[UInt8]](), bytes[...])
        while true {
            rest = rest.drop(while: isBlank)
            guard !rest.isEmpty else { return found }
            if most >= 0, found.count == most { return found + [Array(rest)] }
            found.append(Array(rest.prefix { !isBlank($0) }))
            rest = rest.drop { !isBlank($0) }
        }
    }

    private static func split(
        _ piece: RaggedPiece, _ body: (ByteString) -> [[UInt8]]
    ) throws -> RaggedPiece {
        try expanded(piece) { bytes in
            let parts = body(bytes).map { Scalar.bytes(ByteString($0)) }
            return Tensor(parts, shape: [parts.count], .string)
        }
    }

    /// Each string made a vector: one string gives a tensor, rows give a ragged tensor.
    private static func expanded(
        _ piece: RaggedPiece, _ body: (ByteString) -> Tensor
    ) throws -> RaggedPiece {
        switch piece {
        case .tensor(let tensor) where tensor.rank == 0:
            return .tensor(body(tensor.byteStrings[0]))
        case .tensor(let tensor) where tensor.rank == 1:
            return .ragged(try RaggedTensor.stacked(tensor.byteStrings.map { .tensor(body($0)) }))
        case .tensor(let tensor):
            return .ragged(
                try RaggedTensor.stacked(
                    tensor.unstacked(axis: 0).map { try expanded(.tensor($0), body) }))
        case .ragged(let ragged):
            return .ragged(try RaggedTensor.stacked(ragged.rows().map { try expanded($0, body) }))
        }
    }
}
