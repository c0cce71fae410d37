extension Tensor {
    /// For each row of these logits [N, classes] the cross-entropy of its softmax with `labels` [N, classes].
    package func softmaxCrossEntropy(labels: Tensor) throws -> Tensor {
        guard labels.shape == shape else {
            throw TensorError.invalidArgument(
                operation: "SoftmaxCrossEntropyWithLogits",
                "logits and labels must be broadcastable: logits_size=\(shape.bracketed) labels_size=\(labels.shape.bracketed)"
            )
        }
        let shifted = try detached - detached.max(axes: [-1], keeping: true)
        // The kernel adds row by row, and computes the slopes of all rows in one go.
        let sums = try UnaryOperation.exp.byRows(shifted).sum(axes: [-1], keeping: true)
        let target = labels.detached
        let losses = try (target * (UnaryOperation.log(sums) - shifted)).sum(axes: [-1])
        Tensor.record([losses], from: [self, labels]) {
            { upstream, wanted in
                guard let upstream = upstream[0] else { return [nil, nil] }
                let weight = try upstream.reshaped(to: Shape(upstream.shape.dimensions + [1]))
                let slope = try UnaryOperation.exp(shifted) / sums - target
                self.recordSlope(slope, of: labels)
                return [
                    .dense(try weight * slope),
                    wanted[1] ? .dense(try weight * -self.logSoftmax()) : nil,
                ]
            }
        }
        return losses
    }

    /// Notes how the softmax of these logits less `labels`, if there are any, came to be.
    private func recordSlope(_ slope: Tensor, of labels: Tensor?) {
        Tensor.record([slope], from: [self] + [labels].compactMap { $0 }) {
            { upstream, _ in
                guard let upstream = upstream[0] else { return [nil, nil] }
                let share = try self.softmax()
                let mean = try (upstream * share).sum(axes: [-1], keeping: true)
                return [.dense(try share * (upstream - mean)), .dense(try -upstream)]
            }
        }
    }

    /// For each row of these logits [N, classes] the cross-entropy of its softmax with a class number.
    package func softmaxCrossEntropy(classes labels: Tensor) throws -> Tensor {
        let (rows, classes) = (shape[0], shape.innermost)
        let numbers = labels.ints
        if let wrong = numbers.first(where: { !(0..<classes).contains($0) }) {
            throw TensorError.invalidArgument(
                operation: "SparseSoftmaxCrossEntropyWithLogits",
                "Received a label value of \(wrong) which is outside the valid range of [0, \(classes)).  Label values: \(numbers.prefix(20).map(String.init).joined(separator: " "))"
            )
        }
        let shifted = try detached - detached.max(axes: [-1], keeping: true)
        let sums = try UnaryOperation.exp.byRows(shifted).sum(axes: [-1], keeping: true)
        let places = Tensor(
            numbers.enumerated().map { Int64($0.offset * classes + $0.element) })
        let chosen = try shifted.reshaped(to: [rows * classes]).gathered(places)
        let losses = try UnaryOperation.log(sums).reshaped(to: [rows]) - chosen
        Tensor.record([losses], from: [self]) {
            { upstream, _ in
                guard let upstream = upstream[0] else { return [nil] }
                let slope = try UnaryOperation.exp(shifted) / sums
                let flat = slope.view(shape: [rows * classes])
                for place in places.ints {
                    let value = flat[[place]].double
                    flat[[place]] = .float(
                        slope.dtype == .float32 ? Double(Float(value) - 1) : value - 1)
                }
                self.recordSlope(slope, of: nil)
                return [.dense(try upstream.reshaped(to: [rows, 1]) * slope)]
            }
        }
        return losses
    }

    /// For each element of these logits the cross-entropy of its sigmoid with `labels`.
    package func sigmoidCrossEntropy(labels: Tensor) throws -> Tensor {
        guard labels.shape == shape else {
            throw FaceError(
                "ValueError",
                "`logits` and `labels` must have the same shape, received (\(shape) vs \(labels.shape))."
            )
        }
        let isPositive = try ComparisonOperation.greaterOrEqual(self, number(0))
        let positive = try Tensor.select(isPositive, self, Tensor(zeros: shape, dtype))
        let negated = try Tensor.select(isPositive, -self, self)
        return try positive - self * labels + UnaryOperation.log1p(UnaryOperation.exp(negated))
    }
}

extension UnaryOperation {
    /// The results row by row, as kernels compute them that walk the rows of a matrix one at a time.
    fileprivate func byRows(_ x: Tensor) throws -> Tensor {
        let width = x.shape.innermost
        // Whole groups of eight are computed alike wherever a row begins.
        guard x.rank > 1, width % 8 != 0 else { return try self(x) }
        let block = x.contiguous()
        let result = Tensor(uninitialized: x.shape, x.dtype)
        let rows = width == 0 ? 0 : x.count / width
        for row in 0..<rows {
            let part = block.view(
                shape: [width], strides: [1], offset: block.offset + row * width)
            result.view(shape: [width], strides: [1], offset: row * width)
                .write(from: try self(part))
        }
        return result
    }
}
