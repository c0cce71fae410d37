import Testing

@testable import Tensors

@Suite("A fused recurrence is the step-by-step one, and TensorFlow's, to the bit")
struct RecurrenceTests {
    @Test(arguments: ["simple_rnn", "lstm", "gru"])
    func statesAreTensorFlows(file: String) throws {
        for reference in try ReferenceData.load(file, as: [RecurrentReference].self) {
            let layer = ReferenceLayer(file, reference)
            for (path, results) in [("fused", try layer.fused()), ("steps", try layer.stepwise())] {
                let place = Comment(rawValue: "\(path) \(file) \(reference)")
                #expect(ReferenceData.describe(results[0]) == reference.sequence, place)
                #expect(ReferenceData.describe(results[1]) == reference.last, place)
                guard file == "lstm", let carry = reference.carry else { continue }
                #expect(ReferenceData.describe(results[2]) == carry, place)
            }
        }
    }

    @Test(arguments: ["simple_rnn", "lstm", "gru"])
    func gradientsAreTensorFlows(file: String) throws {
        for reference in try ReferenceData.load(file, as: [RecurrentReference].self) {
            let layer = ReferenceLayer(file, reference)
            let count = reference.start ? layer.operands.count : 4
            for (path, run) in [("fused", layer.fused), ("steps", layer.stepwise)] {
                let gradients = try layer.gradients(run).map(ReferenceData.describe)
                #expect(
                    Array(gradients[..<count]) == Array(reference.gradients[..<count]),
                    "\(path) \(file) \(reference)")
            }
        }
    }

    @Test func doublePrecisionFollowsTheSameFormulas() throws {
        for (cell, gates) in [(Recurrence.Cell.simple, 1), (.longShortTerm, 4), (.gated, 3)] {
            func random(_ shape: Shape, _ seed: Int) throws -> Tensor {
                try ReferenceData.values(shape, seed: seed, scale: 0.5).cast(to: .float64)
            }
            let layer = Recurrence(
                cell, inputs: try random([3, 4, 2], 1), kernel: try random([2, gates * 5], 2),
                recurrentKernel: try random([5, gates * 5], 3),
                bias: try random(gates == 3 ? [2, 15] : [gates * 5], 4))
            let tape = GradientTape()
            tape.watch(layer.kernel)
            let total = try layer.run().sequence.sum()
            let gradient = try tape.gradients(of: [total], for: [layer.kernel.key])[0]?.dense
            var moved = layer
            let step = 1e-6
            let sums = try [step, -step].map { step in
                moved.kernel = layer.kernel.copy()
                moved.kernel[[1, 2]] = .float(layer.kernel[[1, 2]].double + step)
                return try moved.run().sequence.sum().item.double
            }
            let slope = (sums[0] - sums[1]) / (2 * step)
            #expect(abs(slope - (gradient?[[1, 2]].double ?? 0)) < 1e-6)
        }
    }

    @Test func wrongShapesAreTensorFlowsErrors() throws {
        let layer = Recurrence(
            .simple, inputs: Tensor(zeros: [2, 5, 3], .float32),
            kernel: Tensor(zeros: [4, 6], .float32),
            recurrentKernel: Tensor(zeros: [6, 6], .float32))
        let error = #expect(throws: TensorError.self) { try layer.run() }
        #expect(
            error?.tensorFlow.message
                == "{{function_node __wrapped____MklMatMul_device_/job:localhost/replica:0/task:0/"
                + "device:CPU:0}} Matrix size-incompatible: In[0]: [2,3], In[1]: [4,6] [Op:MatMul] name: "
        )
    }

    @Test func noStepsGiveTheInitialState() throws {
        var layer = Recurrence(
            .simple, inputs: Tensor(zeros: [2, 0, 3], .float32),
            kernel: Tensor(zeros: [3, 4], .float32),
            recurrentKernel: Tensor(zeros: [4, 4], .float32))
        layer.initialStates = [ReferenceData.values([2, 4], seed: 1)]
        let (sequence, states) = try layer.run()
        #expect(sequence.shape == [2, 0, 4])
        #expect(states[0].doubles == layer.initialStates[0].doubles)
    }

    /// Few rows of many units are divided by units, between threads that meet after every step.
    @Test(arguments: ["simple_rnn", "lstm", "gru"], [1, 4, 13])
    func stepsOfFewRowsAreTheSingleOperations(file: String, rows: Int) throws {
        let sizes = RecurrentReference(
            n: rows, t: 40, d: 20, h: 216, start: true, dropout: rows == 4, sequence: "", last: "",
            carry: nil, gradients: [])
        let layer = ReferenceLayer(file, sizes)
        let (fused, steps) = (try layer.fused(), try layer.stepwise())
        for (one, other) in zip(fused, steps) {
            #expect(ReferenceData.describe(one) == ReferenceData.describe(other))
        }
        let gradients = [try layer.gradients(layer.fused), try layer.gradients(layer.stepwise)]
        for (one, other) in zip(gradients[0], gradients[1]) {
            #expect(ReferenceData.describe(one) == ReferenceData.describe(other))
        }
    }

    @Test(arguments: ["simple_rnn", "lstm", "gru"])
    func theGradientOfAMeanNeedNotBeWrittenOut(file: String) throws {
        let sizes = RecurrentReference(
            n: 5, t: 9, d: 3, h: 7, start: false, dropout: nil, sequence: "", last: "", carry: nil,
            gradients: [])
        let layer = ReferenceLayer(file, sizes)
        let gradients = try [layer.fused, layer.stepwise].map { run in
            let tape = GradientTape()
            for operand in layer.operands { tape.watch(operand) }
            let mean = try run()[0].mean()
            return try tape.gradients(of: [mean], for: layer.operands[..<4].map(\.key)).map {
                ReferenceData.describe(try #require(try $0?.dense))
            }
        }
        #expect(gradients[0] == gradients[1])
    }

    @Test func theNumberOfPartsDoesNotShow() throws {
        let layer = Recurrence(
            .longShortTerm, inputs: ReferenceData.values([64, 12, 40], seed: 1),
            kernel: ReferenceData.values([40, 256], seed: 2, scale: 0.3),
            recurrentKernel: ReferenceData.values([64, 256], seed: 3, scale: 0.3))
        let whole = try layer.run().sequence
        var half = layer
        half.inputs = try layer.inputs.indexed([.slice(0, 32, 1)])
        let first = try half.run().sequence
        #expect(try whole.indexed([.slice(0, 32, 1)]).doubles == first.doubles)
    }
}
