import PythonRuntime
import Tensors

/// `keras.utils.timeseries_dataset_from_array`: windows over a series, with what comes after them.
enum TimeSeriesDataset {
    static func define(_ m: ModuleBuilder) {
        m.add(
            "timeseries_dataset_from_array(data, targets, sequence_length, sequence_stride=1, sampling_rate=1, batch_size=128, shuffle=False, seed=None, start_index=None, end_index=None)\n\nWindows over a series, as a dataset of batches.",
            .bound { python, v in try make(v, python).value(in: python) })
    }

    private static func make(_ v: [Value], _ python: Interpreter) throws -> Dataset {
        let data = try tensor(v[0], python)
        let targets = try v[1].isNone ? nil : tensor(v[1], python)
        let length = try positive(v[2], "sequence_length", python)
        let stride = try positive(v[3], "sequence_stride", python)
        let rate = try positive(v[4], "sampling_rate", python)
        let start = try Int?.from(v[8], in: python) ?? 0
        let end = try Int?.from(v[9], in: python) ?? data.shape[0]
        guard start >= 0, end > start, end <= data.shape[0] else {
            throw python.valueError(
                "`start_index` must be lower than `end_index`, within the length of the data. Received: start_index=\(start) and end_index=\(end)"
            )
        }
        var count = end - start - (length - 1).multipliedReportingOverflow(by: rate).partialValue
        if let targets { count = min(count, targets.shape[0]) }
        var positions = Array(Swift.stride(from: 0, to: max(count, 0), by: stride))
        var seed = try Int?.from(v[7], in: python)
        let shuffles = try python.isTrue(v[6])
        if shuffles {
            let session = SessionRandom.of(python).session
            let chosen = seed ?? session.numpy.integers(1, from: 0, through: 999_999)[0]
            seed = chosen
            var random = NumPyRandomState(seed: UInt32(truncatingIfNeeded: chosen))
            random.shuffle(&positions)
        }
        let windows = sequences(data, targets, positions, start: start, length, rate, python)
        guard let size = try Int?.from(v[5], in: python) else {
            return shuffles ? shuffled(windows, 1024, seed, python) : windows
        }
        let source = shuffles ? shuffled(windows, size * 8, seed, python) : windows
        return try source.batched(size, dropping: false, in: python)
    }

    private static func tensor(_ value: Value, _ python: Interpreter) throws -> Tensor {
        let tensor = try ArrayReader.tensor(value, face: .numPy, in: python)
        guard tensor.rank > 0 else {
            throw python.valueError("`data` must have at least one axis.")
        }
        return tensor
    }

    private static func positive(
        _ value: Value, _ name: String, _ python: Interpreter
    ) throws -> Int {
        let number = try python.index(value)
        guard number > 0 else {
            throw python.valueError(
                "`\(name)` must be higher than 0. Received: \(name)=\(number)")
        }
        return number
    }

    private static func shuffled(
        _ source: Dataset, _ size: Int, _ seed: Int?, _ python: Interpreter
    ) -> Dataset {
        source.shuffled(
            by: DatasetShuffle(
                bufferSize: max(size, 1), seed: seed,
                SessionRandom.of(python).session.tensorflow))
    }

    private static func sequences(
        _ data: Tensor, _ targets: Tensor?, _ positions: [Int], start: Int, _ length: Int,
        _ rate: Int, _ python: Interpreter
    ) -> Dataset {
        let rest = data.shape.dimensions.dropFirst().map { Optional($0) }
        let window = ElementSpec.tensor([nil] + rest, data.dtype)
        let spec: ElementSpec =
            targets.map { targets in
                let own = targets.shape.dimensions.dropFirst().map { Optional($0) }
                return .tuple([window, .tensor(Array(own), targets.dtype)])
            } ?? window
        return Dataset(
            targets == nil ? "_ParallelMapDataset" : "_ZipDataset", cardinality: positions.count,
            spec: { spec }
        ) {
            var place = 0
            return {
                guard place < positions.count else { return nil }
                defer { place += 1 }
                let first = start + positions[place]
                let slice = Index.slice(first, first + length * rate, rate)
                let x = try data.indexed([slice]).object(in: python)
                guard let targets else { return x }
                let row = min(positions[place] + start, targets.shape[0] - 1)
                return .tuple(
                    [x, try targets.indexed([.integer(row)]).object(in: python)], in: python)
            }
        }
    }
}
