import Tensors

/// The number of the interval that each element is in.
package final class Discretization: Layer {
    private let binCount: Int
    private let error: Double
    private let output: TokenTable.Output
    /// Where the intervals end; nil before they are known.
    package private(set) var boundaries: [Double]?
    private var summary = ValueSummary()

    package init(
        boundaries: [Double]?, binCount: Int, error: Double, output: TokenTable.Output,
        layer: LayerOptions, context: LayerContext
    ) {
        self.boundaries = boundaries
        self.binCount = binCount
        self.error = error
        self.output = output
        super.init("Discretization", options: layer, context: context)
    }

    package override var memory: LayerMemory? {
        get {
            var memory = LayerMemory()
            if let boundaries { memory.tensors = [[Tensor(boundaries)]] }
            return memory
        }
        set { boundaries = newValue?.tensors.first?.first?.elements() ?? boundaries }
    }

    /// Forgets the data that was shown.
    package func beginAdapting() { summary = ValueSummary() }

    /// Takes in a batch of data.
    package func adapt(to batch: Tensor) throws {
        summary.add(try batch.cast(to: .float32).elements(of: Float.self), error: error)
    }

    /// Makes the boundaries from the data: as many values in each interval.
    package func finishAdapting() throws {
        boundaries = summary.boundaries(count: binCount)
        isBuilt = true
    }

    package override func outputShape(for inputs: [PartialShape]) -> PartialShape? {
        output == .int ? inputs.first : nil
    }

    package override func outputDType(for input: DType) -> DType {
        output == .int ? .int64 : .float32
    }

    package override func output(for x: Tensor, isTraining: Bool) throws -> Tensor {
        let ends = (boundaries ?? []).map { Float($0) }
        let bins = try x.cast(to: .float32).elements(of: Float.self).map { value in
            Scalar.int(ends.count { $0 <= value })
        }
        let numbers = Tensor(bins, shape: x.shape, .int64)
        let table = TokenTable(mask: nil, unknown: nil)
        return try table.encoded(numbers, output, depth: ends.count + 1)
    }
}

/// Values in rising order, each standing for some others near it.
private struct ValueSummary {
    private var values: [Double] = []
    private var weights: [Double] = []

    /// Takes in values, keeping about 1/error of them.
    mutating func add(_ new: [Float], error: Double) {
        guard error > 0, !new.isEmpty else { return }
        let sorted = new.sorted()
        let increment = Int(Float(sorted.count) * Float(error))
        let step = max(increment, 1)
        let kept = stride(from: increment, to: sorted.count, by: step).map { Double(sorted[$0]) }
        let all = zip(values + kept, weights + kept.map { _ in Double(step) })
            .enumerated().sorted { a, b in
                a.element.0 == b.element.0 ? a.offset < b.offset : a.element.0 < b.element.0
            }
        values = all.map(\.element.0)
        weights = all.map(\.element.1)
        compress(error)
    }

    /// The inner ends of intervals that hold as many values each.
    func boundaries(count: Int) -> [Double] {
        var copy = self
        copy.compress(1 / Double(max(count, 1)))
        return Array(copy.values.dropLast())
    }

    /// Keeps one value for each share of the whole weight.
    private mutating func compress(_ share: Double) {
        guard let first = weights.first, share > 0, share <= 1 else { return }
        // Fewer values than shares are kept as they are.
        guard Double(values.count) * share >= 1 else { return }
        // Weights and their sums are single precision, the rest is double.
        var running = [Float(first)]
        for weight in weights.dropFirst() { running.append((running.last ?? 0) + Float(weight)) }
        let whole = running.last ?? 1
        let shares = running.map { Double($0 / whole) }
        let sums = running.map { Double($0) }
        let count = Int((1 / share).rounded(.up))
        let places = (0..<count).map { share + Double($0) * share }
        let newValues = places.map { Self.interpolated($0, shares, values) }
        let newSums = places.map { Self.interpolated($0, shares, sums) }
        values = newValues.map { Double(Float($0)) }
        weights = zip(newSums, [0] + newSums.dropLast()).map { Double(Float($0 - $1)) }
    }

    /// The value over a place on the line through points, flat outside them.
    private static func interpolated(_ x: Double, _ xs: [Double], _ ys: [Double]) -> Double {
        guard let last = xs.indices.last, x < xs[last] else { return ys.last ?? 0 }
        guard x > xs[0], let next = xs.firstIndex(where: { $0 > x }), next > 0 else { return ys[0] }
        let slope = (ys[next] - ys[next - 1]) / (xs[next] - xs[next - 1])
        return slope * (x - xs[next - 1]) + ys[next - 1]
    }
}
