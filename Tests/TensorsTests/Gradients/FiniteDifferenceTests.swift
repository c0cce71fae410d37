import Testing

@testable import Tensors

@Suite("Every derivative agrees with finite differences")
struct FiniteDifferenceTests {
    @Test(arguments: DerivativeExample.all.indices)
    func first(position: Int) throws {
        let example = DerivativeExample.all[position]
        try check(example.name, operands(of: example), example.apply)
    }

    @Test(arguments: DerivativeExample.all.indices)
    func second(position: Int) throws {
        let example = DerivativeExample.all[position]
        let operands = operands(of: example)
        for chosen in operands.indices {
            try check(example.name, operands) { operands in
                let tape = GradientTape()
                tape.watch(operands[chosen])
                let result = try weighted(example.apply(operands))
                let gradient = try tape.gradients(of: [result], for: [operands[chosen].key])[0]
                return try gradient?.dense ?? Tensor(zeros: [1], .float64)
            }
        }
    }

    /// Compares the tape's gradients of a weighted sum of the results with central differences.
    private func check(
        _ name: String, _ operands: [Tensor], _ apply: ([Tensor]) throws -> Tensor
    ) throws {
        let tape = GradientTape()
        for operand in operands { tape.watch(operand) }
        let total = try weighted(apply(operands))
        tape.isRecording = false
        let gradients = try tape.gradients(of: [total], for: operands.map(\.key))
        for (position, operand) in operands.enumerated() {
            let exact = try gradients[position]?.dense.doubles
            for element in 0..<operand.count {
                let slope = try slope(operands, position, element, apply)
                let given = exact?[element] ?? 0
                let gap = abs(given - slope)
                #expect(
                    gap < 1e-5 * max(1, abs(slope)),
                    "\(name) operand \(position): \(given) \(slope)")
            }
        }
    }

    private func slope(
        _ operands: [Tensor], _ position: Int, _ element: Int, _ apply: ([Tensor]) throws -> Tensor
    ) throws -> Double {
        let step = 1e-5
        let ends = try [step, -step].map { step in
            var moved = operands.map { $0.copy() }
            var elements = operands[position].doubles
            elements[element] += step
            moved[position] = Tensor(elements, shape: operands[position].shape)
            return try weighted(apply(moved)).item.double
        }
        return (ends[0] - ends[1]) / (2 * step)
    }

    /// A sum in which every element counts differently.
    private func weighted(_ tensor: Tensor) throws -> Tensor {
        let weights = Tensor(
            (0..<tensor.count).map { 0.3 + 0.1 * Double($0 % 7) }, shape: tensor.shape)
        return try (tensor * weights).sum()
    }

    /// Numbers spread over the example's range, no two alike.
    private func operands(of example: DerivativeExample) -> [Tensor] {
        var state: UInt64 = 42
        return example.shapes.map { shape in
            Tensor(
                (0..<shape.count).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    let unit = Double(state >> 11) / 0x1p53
                    let range = example.range
                    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
                }, shape: shape)
        }
    }
}
