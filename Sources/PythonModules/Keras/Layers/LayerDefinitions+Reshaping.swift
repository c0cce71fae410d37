import NeuralNetworks
import PythonRuntime
import Tensors

extension LayerDefinitions {
    static let reshaping: [LayerDefinition] = [
        LayerDefinition(
            "Flatten(data_format=None, **kwargs)\n\nAll axes behind the batch as one.",
            module: "layers.reshaping.flatten"
        ) { reader in
            channelsLast(&reader)
            return ReshapingLayers.flatten(layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "Reshape(target_shape, **kwargs)\n\nThe axes behind the batch in another shape; -1 is what remains.",
            module: "layers.reshaping.reshape"
        ) { reader in
            if reader["target_shape"].integer != nil {
                throw reader.python.typeError("'int' object is not iterable")
            }
            let shape = try AxesArgument.from(reader["target_shape"], in: reader.python).axes ?? []
            reader.set("target_shape", .tuple(shape.map(Value.int), in: reader.python))
            return ReshapingLayers.reshape(
                to: shape, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "Permute(dims, **kwargs)\n\nThe axes behind the batch in another order, counted from 1.",
            module: "layers.reshaping.permute"
        ) { reader in
            let order = try AxesArgument.from(reader["dims"], in: reader.python).axes ?? []
            reader.set("dims", .tuple(order.map(Value.int), in: reader.python))
            return try ReshapingLayers.permute(
                order, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "RepeatVector(n, **kwargs)\n\nEach vector n times, as a sequence.",
            module: "layers.reshaping.repeat_vector"
        ) { reader in
            guard let count = reader["n"].integer else {
                throw reader.python.typeError(
                    "Expected an integer value for `n`, got \(try reader.python.repr(.object(reader.python.type(of: reader["n"]))))."
                )
            }
            guard count >= 0 else {
                throw reader.python.valueError("Expected a count for `n`, got \(count).")
            }
            return ReshapingLayers.repeatVector(
                count, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "ZeroPadding1D(padding=1, **kwargs)\n\nZeros before and after sequences.",
            module: "layers.reshaping.zero_padding1d"
        ) { reader in
            let borders = try borders("padding", 1, &reader)
            return ReshapingLayers.zeroPadding(
                "ZeroPadding1D", borders, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "ZeroPadding2D(padding=(1, 1), data_format=None, **kwargs)\n\nZeros around images.",
            module: "layers.reshaping.zero_padding2d"
        ) { reader in
            channelsLast(&reader)
            let borders = try borders("padding", 2, &reader)
            return ReshapingLayers.zeroPadding(
                "ZeroPadding2D", borders, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "Cropping1D(cropping=(1, 1), **kwargs)\n\nSequences without their ends.",
            module: "layers.reshaping.cropping1d"
        ) { reader in
            let borders = try borders("cropping", 1, &reader)
            return ReshapingLayers.cropping(
                "Cropping1D", borders, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "Cropping2D(cropping=((0, 0), (0, 0)), data_format=None, **kwargs)\n\nImages without their borders.",
            module: "layers.reshaping.cropping2d"
        ) { reader in
            channelsLast(&reader)
            let borders = try borders("cropping", 2, &reader)
            return ReshapingLayers.cropping(
                "Cropping2D", borders, layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "UpSampling1D(size=2, **kwargs)\n\nEach step several times.",
            module: "layers.reshaping.up_sampling1d"
        ) { reader in
            let factor = try reader.int("size")
            return ReshapingLayers.upSampling(
                "UpSampling1D", [try positive(factor, reader)], layer: reader.options,
                context: reader.context)
        },
        LayerDefinition(
            "UpSampling2D(size=(2, 2), data_format=None, interpolation='nearest', **kwargs)\n\nEach pixel several times.",
            module: "layers.reshaping.up_sampling2d"
        ) { reader in
            channelsLast(&reader)
            let factors = try reader.ints("size", count: 2)
            guard try reader.text("interpolation") == "nearest" else {
                throw reader.python.error(
                    "NotImplementedError", "UpSampling2D knows the interpolation 'nearest' only.")
            }
            return ReshapingLayers.upSampling(
                "UpSampling2D", try factors.map { try positive($0, reader) },
                layer: reader.options, context: reader.context)
        },
        LayerDefinition(
            "Lambda(function, output_shape=None, mask=None, arguments=None, **kwargs)\n\nA function as a layer.",
            module: "layers.core.lambda_layer",
            call: "call(self, inputs, mask=None, training=None)",
            config: ["function"], make: lambda),
    ]

    private static let lambda: @Sendable (inout LayerReader) throws -> Layer = { reader in
        let (python, function) = (reader.python, reader["function"])
        guard python.isCallable(function) else {
            throw python.typeError("unsupported callable")
        }
        var keywords: [(name: String, value: Value)] = []
        if let given = reader["arguments"].object as? DictionaryObject {
            keywords = given.items.map { ($0.key.text ?? "", $0.value) }
        }
        let names = ((function.object as? FunctionObject)?.signature).map {
            $0.positional + $0.keywordOnly
        }
        let mask = reader["mask"]
        let layer = FunctionLayer(
            "Lambda", layer: reader.options, context: reader.context,
            mask: mask.isNone
                ? nil
                : { inputs, given in
                    guard python.isCallable(mask) else {
                        return try ArgumentValues.argument(
                            mask, convertingNumbers: true, in: python)
                    }
                    let values = try [inputs, given].map {
                        try ArgumentValues.value($0, in: python)
                    }
                    return try ArgumentValues.argument(python.call(mask, values), in: python)
                }
        ) { call in
            var all = keywords
            if names?.contains("mask") == true, !all.contains(where: { $0.name == "mask" }) {
                all.append(("mask", try ArgumentValues.value(call.mask, in: python)))
            }
            if names?.contains("training") == true, let training = call.isTraining {
                all.append(("training", .bool(training)))
            }
            let x = try ArgumentValues.value(call.inputs, in: python)
            let result = try python.call(function, Arguments([x], keywords: all))
            return try ArgumentValues.argument(result, convertingNumbers: true, in: python)
        }
        layer.supportsMasking = !mask.isNone
        return layer
    }

    /// The only order of axes that there is.
    static func channelsLast(_ reader: inout LayerReader) {
        if reader["data_format"].isNone {
            reader.set("data_format", .string("channels_last", in: reader.python))
        }
    }

    private static func positive(_ factor: Int, _ reader: LayerReader) throws -> Int {
        guard (1...1_000_000).contains(factor) else {
            throw reader.python.valueError("size must be a positive integer. Received: \(factor)")
        }
        return factor
    }

    /// How much goes before and after each of `count` axes: one number, one an axis, or pairs.
    private static func borders(
        _ name: String, _ count: Int, _ reader: inout LayerReader
    ) throws -> [(Int, Int)] {
        let python = reader.python
        let value = reader[name]
        func mistake() -> PythonError {
            python.valueError("`\(name)` should have \(count == 1 ? "two" : "\(count)") elements.")
        }
        var pairs: [(Int, Int)]
        if let single = value.integer {
            pairs = [(Int, Int)](repeating: (single, single), count: count)
        } else {
            let items = try python.list(value)
            if count == 1 {
                guard items.count == 2 else { throw mistake() }
                pairs = [(try python.index(items[0]), try python.index(items[1]))]
            } else {
                pairs = try items.map { item in
                    if let both = item.integer { return (both, both) }
                    let pair = try python.list(item)
                    guard pair.count == 2 else { throw mistake() }
                    return (try python.index(pair[0]), try python.index(pair[1]))
                }
            }
        }
        guard pairs.count == count,
            pairs.allSatisfy({ (0...1_000_000).contains($0.0) && (0...1_000_000).contains($0.1) })
        else { throw mistake() }
        let tuples = pairs.map { Value.tuple([.int($0.0), .int($0.1)], in: python) }
        reader.set(name, count == 1 ? tuples[0] : .tuple(tuples, in: python))
        return pairs
    }
}
