import Tensors

extension Layer {
    /// Calls the layer with symbols: makes its weights, and tells what the results will be.
    func applySymbolically(_ call: Call) throws -> Argument {
        try check(call.inputs)
        try validate(call)
        return try context.withoutScope {
            try context.within(name) { try buildIfNeeded(for: call) }
            let (results, nesting) = try results(of: call)
            wasTraced()
            return LayerNode(self, call, results: results, nesting: nesting).outputs
        }
    }

    private func results(of call: Call) throws -> (results: [LayerNode.Result], nesting: Argument) {
        if overrides?.callParameters == nil, let known = try knownResult(of: call) {
            return ([known], .none)
        }
        let small = try probe(call, length: 2)
        let unknown = call.symbols.contains { $0.shape.dimensions.contains(nil) }
        let large = unknown ? try context.silently { try probe(call, length: 3) } : small
        let results = zip(small.tensors, large.tensors).map { a, b in
            LayerNode.Result(
                shape: PartialShape(a.shape).common(with: PartialShape(b.shape))
                    ?? PartialShape(a.shape),
                dtype: a.dtype, isMasked: a.mask != nil)
        }
        return (results, small.map { $0.tensor == nil ? $0 : .none })
    }

    private func knownResult(of call: Call) throws -> LayerNode.Result? {
        guard call.positional.isEmpty, call.keywords.allSatisfy(\.value.isNone),
            let shape = try outputShape(for: call.inputs.shapes)
        else { return nil }
        let isMasked = call.inputs.symbols.contains { $0.isMasked }
        return LayerNode.Result(
            shape: shape, dtype: outputDType(for: call.inputs.symbols.first?.dtype ?? dtype),
            isMasked: outputIsMasked(isMasked || !call.mask.isNone))
    }

    /// Runs the layer on zeros that stand for the symbols, `length` for every unknown length.
    private func probe(_ call: Call, length: Int) throws -> Argument {
        var symbols: [(tensor: Tensor, shape: PartialShape)] = []
        let zeros = try call.map { leaf in
            guard case .symbol(let symbol) = leaf else { return leaf }
            let tensor = try symbol.zeros(length)
            symbols.append((tensor, symbol.shape))
            return .tensor(tensor)
        }
        do {
            var result = Argument.none
            try context.standing(symbols) {
                result = try context.probing { try apply(zeros) }
            }
            return result
        } catch let error as LayerCallError where error.layerName == name {
            throw LayerCallError(
                layerName: name, className: className, cause: error.cause,
                arguments: arguments(of: call), isSymbolic: true)
        }
    }

    /// The shape of the layer's outputs for inputs of some shapes, found without data.
    package func computedOutputShape(for inputs: Argument) throws -> LayerNode {
        let symbols = try applySymbolically(Call(inputs)).symbols
        guard let node = symbols.first?.node else {
            throw LayerError.value("Layer \(name) gave no tensor.")
        }
        return node
    }
}

extension Symbol {
    /// Zeros that stand for the tensor, one number for all unknown lengths.
    func zeros(_ length: Int) throws -> Tensor {
        let shape = shape.filled(with: length)
        let zero: Scalar = dtype == .string ? .bytes("") : .int(0)
        let tensor = try Tensor.filled(shape, with: zero, dtype)
        if isMasked {
            let steps = Shape(Array(shape.dimensions.prefix(2)))
            tensor.mask = try Tensor.filled(steps, with: .bool(true), .bool)
        }
        return tensor
    }
}
