import Testing

@testable import Tensors

@Suite("The fused simple recurrence is the step-by-step one, and TensorFlow's, to the bit")
struct SimpleRecurrenceTests {
    struct Reference: Decodable, CustomStringConvertible {
        let n: Int
        let t: Int
        let d: Int
        let h: Int
        let start: Bool
        let dropout: Bool
        let sequence: String
        let last: String
        let gradients: [String]

        var description: String { "N \(n) T \(t) D \(d) H \(h) start \(start) dropout \(dropout)" }
    }

    /// The layer of a reference: its operands in the order of the gradients, and its masks.
    struct Layer {
        let operands: [Tensor]
        let masks: [Tensor?]
        let weights: [Tensor]
        let start: Bool

        init(_ reference: Reference) {
            let (n, t, d, h) = (reference.n, reference.t, reference.d, reference.h)
            func mask(_ shape: Shape, seed: Int) -> Tensor? {
                guard reference.dropout else { return nil }
                let drawn = ReferenceData.values(shape, seed: seed).elements(of: Float.self)
                return Tensor(drawn.map { $0 > 0 ? Float(2) : 0 }, shape: shape)
            }
            start = reference.start
            operands = [
                ReferenceData.values([n, t, d], seed: 1),
                ReferenceData.values([d, h], seed: 2, scale: 0.4),
                ReferenceData.values([h, h], seed: 3, scale: 0.4),
                ReferenceData.values([h], seed: 4, scale: 0.3),
                reference.start
                    ? ReferenceData.values([n, h], seed: 5, scale: 1)
                    : Tensor(zeros: [n, h], .float32),
            ]
            masks = [mask([n, d], seed: 6), mask([n, h], seed: 7)]
            weights = [
                ReferenceData.values([n, t, h], seed: 8), ReferenceData.values([n, h], seed: 9),
            ]
        }

        func fused() throws -> (Tensor, Tensor) {
            var layer = SimpleRecurrence(
                inputs: operands[0], kernel: operands[1], recurrentKernel: operands[2],
                bias: operands[3])
            if start { layer.initialState = operands[4] }
            layer.inputDropout = masks[0]
            layer.recurrentDropout = masks[1]
            return try layer.run()
        }

        func stepwise() throws -> (Tensor, Tensor) {
            var state = try UnaryOperation.identity(operands[4])
            var states: [Tensor] = []
            for step in try operands[0].unstacked(axis: 1) {
                let input = try masks[0].map { try step * $0 } ?? step
                let before = try masks[1].map { try state * $0 } ?? state
                let product = try input.matmul(operands[1])
                state = try UnaryOperation.tanh(
                    product.addingBias(operands[3]) + before.matmul(operands[2]))
                states.append(state)
            }
            return (try Tensor.stack(states, axis: 1), state)
        }

        func gradients(_ run: () throws -> (Tensor, Tensor)) throws -> [Tensor] {
            let tape = GradientTape()
            for operand in operands { tape.watch(operand) }
            let (sequence, last) = try run()
            let loss = try (sequence * weights[0]).sum() + (last * weights[1]).sum()
            return try zip(tape.gradients(of: [loss], for: operands.map(\.key)), operands).map {
                try $0?.dense ?? Tensor(zeros: $1.shape, .float32)
            }
        }
    }

    @Test func statesAreTensorFlows() throws {
        for reference in try ReferenceData.load("simple_rnn", as: [Reference].self) {
            let layer = Layer(reference)
            for (path, (sequence, last)) in [
                ("fused", try layer.fused()), ("steps", try layer.stepwise()),
            ] {
                #expect(
                    ReferenceData.describe(sequence) == reference.sequence, "\(path) \(reference)")
                #expect(ReferenceData.describe(last) == reference.last, "\(path) \(reference)")
            }
        }
    }

    @Test func gradientsAreTensorFlows() throws {
        for reference in try ReferenceData.load("simple_rnn", as: [Reference].self) {
            let layer = Layer(reference)
            let count = reference.start ? 5 : 4
            for (path, run) in [("fused", layer.fused), ("steps", layer.stepwise)] {
                let gradients = try layer.gradients(run).map(ReferenceData.describe)
                #expect(
                    Array(gradients[..<count]) == Array(reference.gradients[..<count]),
                    "\(path) \(reference)")
            }
        }
    }

    @Test func wrongShapesAreTensorFlowsErrors() throws {
        let layer = SimpleRecurrence(
            inputs: Tensor(zeros: [2, 5, 3], .float32), kernel: Tensor(zeros: [4, 6], .float32),
            recurrentKernel: Tensor(zeros: [6, 6], .float32))
        let error = #expect(throws: TensorError.self) { try layer.run() }
        #expect(
            error?.tensorFlow.message
                == "{{function_node __wrapped____MklMatMul_device_/job:localhost/replica:0/task:0/"
                + "device:CPU:0}} Matrix size-incompatible: In[0]: [2,3], In[1]: [4,6] [Op:MatMul] name: "
        )
    }

    @Test func noStepsGiveTheInitialState() throws {
        var layer = SimpleRecurrence(
            inputs: Tensor(zeros: [2, 0, 3], .float32), kernel: Tensor(zeros: [3, 4], .float32),
            recurrentKernel: Tensor(zeros: [4, 4], .float32))
        layer.initialState = ReferenceData.values([2, 4], seed: 1)
        let (sequence, last) = try layer.run()
        #expect(sequence.shape == [2, 0, 4])
        #expect(last.doubles == layer.initialState?.doubles)
    }
}
