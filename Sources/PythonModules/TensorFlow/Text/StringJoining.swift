import PythonRuntime
import Tensors

/// `tf.strings`: several strings into one.
enum StringJoining {
    static func define(_ m: ModuleBuilder) {
        m.def("join(inputs, separator='', name=None)\n\nStrings put together one by one.") {
            (python: Interpreter, inputs: [Value], separator: String, _: Value) -> RaggedPiece in
            let ragged = inputs.contains { $0.object is RaggedObject }
            let parts = try inputs.map { try RaggedArgument.from($0, in: python).ragged }
            guard let first = parts.first else { return .tensor(Tensor(.bytes(""), .string)) }
            guard !ragged else {
                let model = parts.first { $0.raggedRank > 0 } ?? first
                let flat = try parts.dropFirst().reduce(first.flatValues) {
                    try StringFunctions.joined($0, $1.flatValues, separator: separator)
                }
                return RaggedArgument(ragged: model).map { _ in flat }
            }
            let shapes = parts.map(\.flatValues.shape).filter { $0.rank > 0 }
            if let model = shapes.first, let other = shapes.first(where: { $0 != model }) {
                throw FaceError(
                    "InvalidArgumentError",
                    "{{function_node __wrapped__StringJoin_N_\(parts.count)_device_/job:localhost/replica:0/task:0/device:CPU:0}} Input shapes do not match: \(model.bracketed) vs. \(other.bracketed) [Op:StringJoin]"
                )
            }
            return .tensor(
                try parts.dropFirst().reduce(first.flatValues) {
                    try StringFunctions.joined($0, $1.flatValues, separator: separator)
                })
        }
        m.def("reduce_join(inputs, axis=None, keepdims=False, separator='', name=None)") {
            (
                _: Interpreter, inputs: RaggedArgument, axes: AxesArgument, keeping: Bool,
                separator: String, _: Value
            ) -> Tensor in
            switch inputs.ragged {
            case .ragged(let ragged): return try joined(ragged, separator)
            case .tensor(let tensor):
                return try joined(tensor, axes.axes, keeping: keeping, separator)
            }
        }
        m.def("format(template, inputs, placeholder='{}', summarize=3, name=None)") {
            (
                python: Interpreter, template: String, inputs: Value, placeholder: String,
                summarize: Int, _: Value
            ) -> Tensor in
            let values =
                inputs.object is ListObject || inputs.object is TupleObject
                ? try python.list(inputs) : [inputs]
            var pieces = split(Array(template.utf8), at: Array(placeholder.utf8))[...]
            guard pieces.count == values.count + 1 else {
                throw python.valueError(
                    "The template expects \(pieces.count - 1) tensors, but the inputs only has \(values.count). Please ensure the number of placeholders in template matches inputs length."
                )
            }
            var text = pieces.removeFirst()
            for (value, rest) in zip(values, pieces) {
                let tensor = try TensorType.tensor(value, python)
                text += Array(PrintedTensor.text(tensor, summarize: summarize).utf8) + rest
            }
            return Tensor(.bytes(ByteString(text)), .string)
        }
        m.def(
            "ngrams(data, ngram_width, separator=' ', pad_values=None, padding_width=None, preserve_short_sequences=False, name=None)"
        ) {
            (
                python: Interpreter, data: RaggedArgument, width: Int, separator: String,
                _: Value, _: Value, _: Value, _: Value
            ) -> RaggedPiece in
            guard width > 0 else { throw python.valueError("ngram_width must be above 0") }
            if case .ragged(let ragged) = data.ragged {
                let rows = try ragged.rows().map {
                    RaggedPiece.tensor(grams($0.flatValues, width, separator))
                }
                return .ragged(try RaggedTensor.stacked(rows))
            }
            let tensor = data.ragged.flatValues
            guard tensor.rank > 1 else { return .tensor(grams(tensor, width, separator)) }
            let rows = try tensor.unstacked(axis: 0).map { grams($0, width, separator) }
            return .tensor(try Tensor.stack(rows, axis: 0))
        }
    }

    private static func grams(_ row: Tensor, _ width: Int, _ separator: String) -> Tensor {
        let words = row.byteStrings
        guard words.count >= width else { return Tensor(zeros: [0], .string) }
        let joined = (0...(words.count - width)).map { start in
            Scalar.bytes(glued(words[start..<start + width], separator))
        }
        return Tensor(joined, shape: [joined.count], .string)
    }

    private static func glued(_ words: some Sequence<ByteString>, _ separator: String) -> ByteString
    {
        ByteString(Array(words.map(\.bytes).joined(separator: Array(separator.utf8))))
    }

    private static func joined(_ ragged: RaggedTensor, _ separator: String) throws -> Tensor {
        let rows = try ragged.rows().map { row -> Tensor in
            switch row {
            case .ragged(let inner): try joined(inner, separator)
            case .tensor(let tensor): Tensor(.bytes(glued(tensor.byteStrings, separator)), .string)
            }
        }
        return rows.isEmpty ? Tensor(zeros: [0], .string) : try Tensor.stack(rows, axis: 0)
    }

    private static func joined(
        _ tensor: Tensor, _ axes: [Int]?, keeping: Bool, _ separator: String
    ) throws -> Tensor {
        let all = Array(0..<tensor.rank)
        let reduced = try (axes ?? all).map { axis -> Int in
            guard let resolved = tensor.shape.resolved(axis: axis) else {
                throw TensorError.invalidArgument(
                    operation: "ReduceJoin",
                    "Invalid reduction dimension \(axis) for input with \(tensor.rank) dimension(s)"
                )
            }
            return resolved
        }
        let kept = all.filter { !reduced.contains($0) }
        let length = reduced.reduce(1) { $0 * tensor.shape[$1] }
        let words = try tensor.transposed(kept + reduced).byteStrings
        let count = kept.reduce(1) { $0 * tensor.shape[$1] }
        let joined = (0..<count).map { row in
            Scalar.bytes(glued(words[row * length..<(row + 1) * length], separator))
        }
        return Tensor(
            joined, shape: tensor.shape.removing(axes: reduced, keeping: keeping), .string)
    }

    /// The parts of a text between separators.
    static func split(
        _ bytes: [UInt8], at separator: [UInt8], most: Int = -1
    ) -> [[UInt8]] {
        guard !separator.isEmpty else { return [bytes] }
        var (parts, part, place) = ([[UInt8]](), [UInt8](), 0)
        while place < bytes.count {
            let isHit =
                (most < 0 || parts.count < most) && place + separator.count <= bytes.count
                && bytes[place..<place + separator.count].elementsEqual(separator)
            if isHit {
                parts.append(part)
                part = []
                place += separator.count
            } else {
                part.append(bytes[place])
                place += 1
            }
        }
        return parts + [part]
    }
}
