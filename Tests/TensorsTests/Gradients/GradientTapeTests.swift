import Testing

@testable import Tensors

@Suite("A tape differentiates what it has watched")
struct GradientTapeTests {
    let x = Tensor([1.0, 2, 3])

    private func gradient(_ tape: GradientTape, of target: Tensor, for source: Tensor) throws
        -> [Double]?
    {
        try tape.gradients(of: [target], for: [source.key])[0]?.dense.doubles
    }

    @Test func watchedTensorsHaveGradients() throws {
        let tape = GradientTape()
        tape.watch(x)
        #expect(try gradient(tape, of: x * x, for: x) == [2, 4, 6])
    }

    @Test func nothingIsRecordedUnlessWatched() throws {
        let tape = GradientTape()
        let y = try x * x
        #expect(y.key == nil)
        #expect(try gradient(tape, of: y, for: x) == nil)
    }

    @Test func aTapeGivesOneGradientUnlessPersistent() throws {
        let tape = GradientTape()
        tape.watch(x)
        let y = try x * x
        _ = try gradient(tape, of: y, for: x)
        let error = #expect(throws: TensorError.self) { try gradient(tape, of: y, for: x) }
        #expect(
            error?.tensorFlow
                == FaceError(
                    "RuntimeError",
                    "A non-persistent GradientTape can only be used to compute one set of gradients "
                        + "(or jacobians)"))
        let persistent = GradientTape(isPersistent: true)
        persistent.watch(x)
        let (a, b) = (try x * x, try x * 3)
        #expect(try gradient(persistent, of: a, for: x) == [2, 4, 6])
        #expect(try gradient(persistent, of: b, for: x) == [3, 3, 3])
    }

    @Test func anOuterTapeRecordsTheInnerOnesGradient() throws {
        let outer = GradientTape()
        outer.watch(x)
        let inner = GradientTape()
        inner.watch(x)
        let cube = try x * x * x
        let first = try #require(try inner.gradients(of: [cube], for: [x.key])[0]?.dense)
        #expect(first.doubles == [3, 12, 27])
        #expect(try gradient(outer, of: first, for: x) == [6, 12, 18])
    }

    @Test func intermediateResultsAreSourcesToo() throws {
        let tape = GradientTape(isPersistent: true)
        tape.watch(x)
        let y = try x * x
        let z = try y * y
        #expect(try gradient(tape, of: z, for: y) == [2, 8, 18])
        #expect(try gradient(tape, of: z, for: x) == [4, 32, 108])
    }

    @Test func stoppedGradientsDoNotFlow() throws {
        let tape = GradientTape()
        tape.watch(x)
        #expect(try gradient(tape, of: x * UnaryOperation.stopGradient(x), for: x) == [1, 2, 3])
    }

    @Test func aPausedTapeSeesNothing() throws {
        let tape = GradientTape()
        tape.watch(x)
        tape.isRecording = false
        let hidden = try x * x
        tape.isRecording = true
        #expect(try gradient(tape, of: x + hidden, for: x) == [1, 1, 1])
    }

    @Test func upstreamGradientsWeigh() throws {
        let tape = GradientTape()
        tape.watch(x)
        let result = try tape.gradients(
            of: [x * x], for: [x.key], upstream: [Tensor([1.0, 0, 10])])[0]?.dense
        #expect(result?.doubles == [2, 0, 60])
    }

    @Test func trainableVariablesAreWatchedWhenRead() throws {
        let stack = TapeStack()
        let kernel = Variable(Tensor([2.0]), name: "kernel", tapes: stack)
        let frozen = Variable(Tensor([5.0]), name: "frozen", isTrainable: false, tapes: stack)
        let tape = GradientTape()
        stack.push(tape)
        let y = try kernel.value * kernel.value * frozen.value
        stack.remove(tape)
        #expect(tape.watchedVariables.map(\.name) == ["kernel"])
        let gradients = try tape.gradients(of: [y], for: [kernel.key, frozen.key])
        #expect(try gradients[0]?.dense.doubles == [20])
        #expect(gradients[1] == nil)
    }

    @Test func aTapeMayLeaveVariablesAlone() throws {
        let stack = TapeStack()
        let kernel = Variable(Tensor([2.0]), name: "kernel", tapes: stack)
        let tape = GradientTape(watchesVariables: false)
        stack.push(tape)
        let y = try kernel.value * 3
        #expect(try tape.gradients(of: [y], for: [kernel.key])[0] == nil)
    }

    @Test func readValuesOutliveAssignments() throws {
        let variable = Variable(Tensor([1.0, 2]), name: "v", tapes: nil)
        let before = variable.value
        variable.update { $0.fill(with: .int(9)) }
        variable.assign(try variable.value + 1)
        #expect(before.doubles == [1, 2])
        #expect(variable.value.doubles == [10, 10])
    }

    @Test func looksUpsGiveRows() throws {
        let table = Tensor([1.0, 2, 3, 4, 5, 6], shape: [3, 2])
        let tape = GradientTape()
        tape.watch(table)
        let y = try table.gathered(Tensor([2, 0, 2] as [Int32]))
        let gradient = try #require(try tape.gradients(of: [y], for: [table.key])[0])
        guard case .rows(let slices) = gradient else {
            Issue.record("a dense gradient")
            return
        }
        #expect(slices.indices.ints == [2, 0, 2])
        #expect(slices.denseShape == [3, 2])
        #expect(try gradient.dense.doubles == [1, 1, 0, 0, 2, 2])
    }

    @Test func jacobiansHaveTheAxesOfBoth() throws {
        let tape = GradientTape()
        tape.watch(x)
        let y = try x.indexed([.slice(0, 2, 1)]) * 2
        let jacobian = try tape.jacobians(of: y, for: [x])[0]
        #expect(jacobian?.shape == [2, 3])
        #expect(jacobian?.doubles == [2, 0, 0, 0, 2, 0])
        #expect(throws: TensorError.self) { try tape.jacobians(of: y, for: [x]) }
    }

    @Test func batchJacobiansKeepRowsApart() throws {
        let rows = Tensor([1.0, 2, 3, 4], shape: [2, 2])
        let tape = GradientTape()
        tape.watch(rows)
        let jacobian = try tape.batchJacobian(of: rows * rows, for: rows)
        #expect(jacobian?.shape == [2, 2, 2])
        #expect(jacobian?.doubles == [2, 0, 0, 4, 6, 0, 0, 8])
    }

    @Test func customGradientsReplaceTheRealOnes() throws {
        let stack = TapeStack()
        let tape = GradientTape()
        stack.push(tape)
        tape.watch(x)
        let y = try Tensor.withCustomGradient(of: [x], tapes: stack, { [try $0[0] * $0[0]] }) {
            [try $0[0] * 100]
        }
        #expect(y[0].doubles == [1, 4, 9])
        #expect(try gradient(tape, of: y[0], for: x) == [100, 100, 100])
    }

    @Test func tensorsDoNotKeepTapesAlive() throws {
        weak var gone: GradientTape?
        do {
            let tape = GradientTape()
            tape.watch(x)
            _ = try x * x
            gone = tape
        }
        #expect(gone == nil)
        #expect(!x.isRecorded)
    }
}
