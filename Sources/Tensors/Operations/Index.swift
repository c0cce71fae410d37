/// One entry of an index such as `x[0, 1:3, ..., None, mask]`.
package enum Index {
    /// One element along an axis, which goes; may count from the end.
    case integer(Int)
    /// Elements along an axis: Python's `start:stop:step`, where nil means as far as it goes.
    case slice(Int?, Int?, Int)
    /// A new axis of length 1.
    case newAxis
    /// As many full slices as are needed.
    case ellipsis
    /// Chosen elements along an axis: a tensor of integers.
    case integers(Tensor)
    /// The true elements of one axis or several: a tensor of truth values.
    case mask(Tensor)

    /// All elements along an axis.
    package static var all: Index { .slice(nil, nil, 1) }

    /// The entry as part of a window, when it is one.
    var windowEntry: WindowEntry? {
        switch self {
        case .integer(let place): .integer(place)
        case .slice(let start, let stop, let step): .slice(start, stop, step)
        case .newAxis: .newAxis
        case .ellipsis, .integers, .mask: nil
        }
    }

    /// The number of axes the entry uses up.
    var consumedAxes: Int {
        switch self {
        case .newAxis, .ellipsis: 0
        case .mask(let mask): mask.rank
        default: 1
        }
    }
}

/// One entry of a spelled-out index that only moves a window, so that the result can be a view.
enum WindowEntry: Sendable {
    case integer(Int)
    case slice(Int?, Int?, Int)
    case newAxis
}

/// The part of an axis that a slice with a step chooses.
struct SliceRange {
    let start: Int
    let length: Int
    let step: Int

    /// Python's rules: bounds count from the end when negative and are cut to the axis.
    init(start: Int?, stop: Int?, step: Int, length: Int) {
        func bound(_ value: Int?, default fallback: Int) -> Int {
            guard let value else { return fallback }
            let counted = value < 0 ? value + length : value
            return step > 0 ? min(max(counted, 0), length) : min(max(counted, -1), length - 1)
        }
        let first = bound(start, default: step > 0 ? 0 : length - 1)
        let last = bound(stop, default: step > 0 ? length : -1)
        self.start = first
        self.step = step
        let distance = step > 0 ? last - first : first - last
        self.length = distance <= 0 ? 0 : (distance - 1) / Swift.abs(step) + 1
    }
}

extension Tensor {
    /// The elements an index chooses: a view when the index is made of integers and slices, else a copy.
    package func indexed(_ index: [Index]) throws -> Tensor {
        let full = try spelledOut(index)
        if let window = full.window { return try UnaryOperation.window(window)(self) }
        let source = isRecorded && !isContiguous ? try UnaryOperation.compact(self) : self
        return try UnaryOperation.choose(try Choice(of: source, full))(source)
    }

    /// Overwrites the elements an index chooses with `values`, stretched to them.
    package func assign(_ values: Tensor, at index: [Index]) throws {
        let full = try spelledOut(index)
        let converted = values.converted(ifNotOf: dtype)
        if let window = full.window {
            let target = try view(of: window)
            target.write(from: try converted.assignable(to: target.shape))
        } else {
            try Choice(of: self, full).write(converted, into: self)
        }
    }

    /// The tensor stretched to the shape it is assigned to; extra axes of length 1 in front do not count.
    func assignable(to target: Shape) throws -> Tensor {
        var source = self
        while source.rank > target.rank, source.shape[0] == 1 {
            source = source.slice(axis: 0, at: 0)
        }
        guard source.shape.stretches(to: target) else {
            throw TensorError.notAssignable(shape, to: target)
        }
        return source.stretched(to: target)
    }

    private func converted(ifNotOf target: DType) -> Tensor {
        dtype == target ? self : converted(to: target)
    }

    /// The index with the ellipsis, given or implied at the end, replaced by full slices.
    private func spelledOut(_ index: [Index]) throws -> [Index] {
        let used = index.reduce(0) { $0 + $1.consumedAxes }
        guard used <= rank else { throw TensorError.tooManyIndices(given: used, rank: rank) }
        var dots = index.indices.filter { if case .ellipsis = index[$0] { true } else { false } }[
            ...]
        guard dots.count <= 1 else { throw TensorError.severalEllipses }
        let rest = Array(repeating: Index.all, count: rank - used)
        guard let place = dots.popFirst() else { return index + rest }
        return index[..<place] + rest + index[(place + 1)...]
    }

    /// The view through a window.
    func view(of window: [WindowEntry]) throws -> Tensor {
        var (dimensions, steps, start, axis) = ([Int](), [Int](), offset, 0)
        let strides = strides
        for entry in window {
            switch entry {
            case .integer(let place):
                start += try resolved(place, axis: axis) * strides[axis]
                axis += 1
            case .slice(let from, let to, let step):
                let range = SliceRange(start: from, stop: to, step: step, length: shape[axis])
                dimensions.append(range.length)
                steps.append(range.step * strides[axis])
                if range.length > 0 { start += range.start * strides[axis] }
                axis += 1
            case .newAxis:
                dimensions.append(1)
                steps.append(0)
            }
        }
        return view(shape: Shape(dimensions), strides: steps, offset: start)
    }

    /// The place along an axis that `place`, which may count from the end, means.
    func resolved(_ place: Int, axis: Int) throws -> Int {
        let length = shape[axis]
        guard (-length..<length).contains(place) else {
            throw TensorError.indexOutOfRange(index: place, axis: axis, length: length)
        }
        return place < 0 ? place + length : place
    }
}

extension [Index] {
    /// The spelled-out index as a window, when it is one.
    fileprivate var window: [WindowEntry]? {
        let entries = compactMap(\.windowEntry)
        return entries.count == count ? entries : nil
    }
}

extension UnaryOperation {
    /// The view through a window.
    static func window(_ entries: [WindowEntry]) -> UnaryOperation {
        UnaryOperation(
            "StridedSlice", { try $0.view(of: entries) },
            pullback: { x, _ in
                let shape = x.shape
                return { try unwindow(entries, shape)($0) }
            })
    }

    /// Zeros of a shape in which the elements fill a window.
    private static func unwindow(_ entries: [WindowEntry], _ shape: Shape) -> UnaryOperation {
        UnaryOperation(
            "StridedSliceGrad",
            { upstream in
                let result = Tensor(zeros: shape, upstream.dtype)
                try result.view(of: entries).write(from: upstream)
                return result
            },
            pullback: { _, _ in { try window(entries)($0) } })
    }
}
