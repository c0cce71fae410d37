@testable import Tensors

/// What TensorFlow says of one recurrent layer; the operands follow from the sizes.
struct RecurrentReference: Decodable, CustomStringConvertible {
    let n: Int
    let t: Int
    let d: Int
    let h: Int
    let start: Bool
    let dropout: Bool?
    let sequence: String
    let last: String
    let carry: String?
    let gradients: [String]

    var description: String { "N \(n) T \(t) D \(d) H \(h) start \(start)" }
}

/// The layer of a reference, to be run as one operation or step by step.
struct ReferenceLayer {
    /// In the order of the gradients: x, W, U, b and the initial states.
    let operands: [Tensor]
    private let cell: Recurrence.Cell
    private let masks: [Tensor?]
    private let weights: [Tensor]
    private let start: Bool

    init(_ file: String, _ reference: RecurrentReference) {
        let (n, t, d, h) = (reference.n, reference.t, reference.d, reference.h)
        cell = file == "lstm" ? .longShortTerm : file == "gru" ? .gated : .simple
        let width = h * cell.gates
        func mask(_ shape: Shape, seed: Int) -> Tensor? {
            guard reference.dropout == true else { return nil }
            let drawn = ReferenceData.values(shape, seed: seed).elements(of: Float.self)
            return Tensor(drawn.map { $0 > 0 ? Float(2) : 0 }, shape: shape)
        }
        start = reference.start
        let states = (0..<cell.stateCount).map { position in
            reference.start
                ? ReferenceData.values([n, h], seed: 5 + position, scale: 1)
                : Tensor(zeros: [n, h], .float32)
        }
        operands =
            [
                ReferenceData.values([n, t, d], seed: 1),
                ReferenceData.values([d, width], seed: 2, scale: 0.4),
                ReferenceData.values([h, width], seed: 3, scale: 0.4),
                ReferenceData.values(cell == .gated ? [2, width] : [width], seed: 4, scale: 0.3),
            ] + states
        masks = [mask([n, d], seed: 6), mask([n, h], seed: 7)]
        weights =
            [ReferenceData.values([n, t, h], seed: 8)]
            + (0..<cell.stateCount).map { ReferenceData.values([n, h], seed: 9 + $0) }
    }

    /// The sequence and the last states.
    func fused() throws -> [Tensor] {
        var layer = Recurrence(
            cell, inputs: operands[0], kernel: operands[1], recurrentKernel: operands[2],
            bias: operands[3])
        if start { layer.initialStates = Array(operands[4...]) }
        layer.inputDropout = masks[0]
        layer.recurrentDropout = masks[1]
        let (sequence, states) = try layer.run()
        return [sequence] + states
    }

    /// The same by single operations.
    func stepwise() throws -> [Tensor] {
        var states = try operands[4...].map { try UnaryOperation.identity($0) }
        var outputs: [Tensor] = []
        let biases = cell == .gated ? try operands[3].unstacked(axis: 0) : [operands[3]]
        for step in try operands[0].unstacked(axis: 1) {
            let input = try masks[0].map { try step * $0 } ?? step
            let before = try masks[1].map { try states[0] * $0 } ?? states[0]
            states = try self.step(
                input.matmul(operands[1]), before.matmul(operands[2]), states, biases)
            outputs.append(states[0])
        }
        return [try Tensor.stack(outputs, axis: 1)] + states
    }

    private func step(
        _ x: Tensor, _ r: Tensor, _ states: [Tensor], _ biases: [Tensor]
    ) throws -> [Tensor] {
        let (sigmoid, tanh) = (UnaryOperation.sigmoid, UnaryOperation.tanh)
        switch cell {
        case .simple: return [try tanh(x.addingBias(biases[0]) + r)]
        case .longShortTerm:
            let z = try (x + r).addingBias(biases[0]).split(parts: 4, axis: 1)
            let carry = try sigmoid(z[1]) * states[1] + sigmoid(z[0]) * tanh(z[2])
            return [try sigmoid(z[3]) * tanh(carry), carry]
        case .gated:
            let a = try x.addingBias(biases[0]).split(parts: 3, axis: -1)
            let b = try r.addingBias(biases[1]).split(parts: 3, axis: -1)
            let (update, reset) = (try sigmoid(a[0] + b[0]), try sigmoid(a[1] + b[1]))
            let candidate = try tanh(a[2] + reset * b[2])
            return [try update * states[0] + (1 - update) * candidate]
        }
    }

    /// The gradients of a weighted sum of everything that `run` gives.
    func gradients(_ run: () throws -> [Tensor]) throws -> [Tensor] {
        let tape = GradientTape()
        for operand in operands { tape.watch(operand) }
        let results = try run()
        let terms = try zip(results, weights).map { try ($0 * $1).sum() }
        let loss = try terms.dropFirst().reduce(terms[0]) { try $0 + $1 }
        return try zip(tape.gradients(of: [loss], for: operands.map(\.key)), operands).map {
            try $0?.dense ?? Tensor(zeros: $1.shape, .float32)
        }
    }
}
