/// The elements chosen by an index with integer arrays or masks: which block to move for each position.
///
/// All arrays are stretched to one shape; its axes stand where the arrays stood when those were neighbours,
/// else in front.
final class Choice: Sendable {
    /// The shape of the chosen elements.
    let shape: Shape
    /// How far into the source each position's block begins.
    private let starts: [Int]
    /// The axes that are not chosen from: lengths, and steps in the source and in the result.
    private let block: Shape
    private let sourceSteps: [Int]
    private let resultSteps: [Int]
    /// The steps in the result from position to position.
    private let positions: Shape
    private let positionSteps: [Int]

    /// What the spelled-out `index` chooses from `source`.
    init(of source: Tensor, _ index: [Index]) throws {
        var plan = ChoicePlan()
        try plan.read(index, of: source)
        let arrays = plan.arrays.map(\.places.shape)
        guard
            let common = arrays.reduce(Optional(Shape.scalar), { $0?.broadcast(with: $1) })
        else { throw TensorError.indexShapes(arrays) }
        positions = common
        block = Shape(plan.block.map(\.length))
        sourceSteps = plan.block.map(\.step)
        let front = plan.blockAxesInFront
        shape = Shape(
            block.dimensions[..<front] + common.dimensions + block.dimensions[front...])
        try shape.requireRoom(for: .uint8)
        let steps = shape.rowMajorStrides
        resultSteps = Array(steps[..<front] + steps[(front + common.rank)...])
        positionSteps = Array(steps[front..<front + common.rank])
        starts = try plan.starts(for: common)
    }

    /// A copy of the chosen elements.
    func read(_ source: Tensor) -> Tensor {
        let result = Tensor(uninitialized: shape, source.dtype)
        let width = source.dtype.byteWidth
        for (start, place) in zip(starts, ElementOffsets(shape: positions, strides: positionSteps))
        {
            source.dtype.acceptMover(
                StridedCopy(
                    shape: block, from: source.rawPointer + start * width, sourceSteps,
                    to: result.rawPointer + place * width, resultSteps))
        }
        return result
    }

    /// Overwrites the chosen elements of `target` with values stretched to them.
    func write(_ values: Tensor, into target: Tensor) throws {
        let values = try values.assignable(to: shape).contiguous()
        let width = target.dtype.byteWidth
        for (start, place) in zip(starts, ElementOffsets(shape: positions, strides: positionSteps))
        {
            target.dtype.acceptMover(
                StridedCopy(
                    shape: block, from: values.rawPointer + place * width, resultSteps,
                    to: target.rawPointer + start * width, sourceSteps))
        }
    }

    /// Adds values to the chosen elements of `target`, repeated ones as often as they are chosen.
    func add(_ values: Tensor, into target: Tensor) throws {
        let values = values.contiguous()
        for (start, place) in zip(starts, ElementOffsets(shape: positions, strides: positionSteps))
        {
            let window = target.view(
                shape: block, strides: sourceSteps, offset: target.offset + start)
            let part = values.view(
                shape: block, strides: resultSteps, offset: values.offset + place)
            window.write(from: try BinaryOperation.add(window, part))
        }
    }
}

/// An index taken apart into integer arrays and a block of slices.
private struct ChoicePlan {
    struct Array {
        let places: Tensor
        let axis: Int
        let length: Int
        let step: Int
    }

    private(set) var arrays: [Array] = []
    private(set) var block: [(length: Int, step: Int)] = []
    /// How many block axes stand before the chosen ones in the result.
    private(set) var blockAxesInFront = 0
    private var offset = 0
    private var lastArrayEntry: Int?
    private var isSplit = false

    mutating func read(_ index: [Index], of source: Tensor) throws {
        let strides = source.strides
        var axis = 0
        for (position, entry) in index.enumerated() {
            switch entry {
            case .integers(let places):
                note(position)
                add(places, axis, source.shape[axis], strides[axis])
            case .integer(let place):
                note(position)
                let counted = try source.resolved(place, axis: axis)
                add(Tensor(scalar: Int64(counted)), axis, source.shape[axis], strides[axis])
            case .mask(let mask):
                note(position)
                try addMask(mask, axis, source.shape, strides)
            case .slice(let from, let to, let step):
                let range = SliceRange(
                    start: from, stop: to, step: step, length: source.shape[axis])
                block.append((range.length, range.step * strides[axis]))
                if range.length > 0 { offset += range.start * strides[axis] }
            default: block.append((1, 0))
            }
            axis += entry.consumedAxes
        }
        if isSplit { blockAxesInFront = 0 }
    }

    /// Notes that an array stands at this position of the index.
    private mutating func note(_ position: Int) {
        if let last = lastArrayEntry {
            if position != last + 1 { isSplit = true }
        } else {
            blockAxesInFront = block.count
        }
        lastArrayEntry = position
    }

    private mutating func add(_ places: Tensor, _ axis: Int, _ length: Int, _ step: Int) {
        arrays.append(Array(places: places, axis: axis, length: length, step: step))
    }

    private mutating func addMask(
        _ mask: Tensor, _ axis: Int, _ shape: Shape, _ strides: [Int]
    ) throws {
        for inner in 0..<mask.rank where mask.shape[inner] != shape[axis + inner] {
            throw TensorError.maskLength(
                axis: axis + inner, length: shape[axis + inner], mask: mask.shape[inner])
        }
        let found = mask.whereTrue()
        if mask.rank == 0 {
            arrays.append(
                Array(
                    places: Tensor(zeros: [found.shape[0]], .int64), axis: axis, length: 1, step: 0)
            )
        }
        for inner in 0..<mask.rank {
            add(
                found.slice(axis: 1, at: inner), axis + inner, shape[axis + inner],
                strides[axis + inner])
        }
    }

    /// How far into the source the block of each position begins.
    func starts(for positions: Shape) throws -> [Int] {
        var starts = Swift.Array(repeating: offset, count: positions.count)
        // Like NumPy, which only looks at the places when there is something to choose.
        if block.contains(where: { $0.length == 0 }) { return starts }
        for array in arrays {
            let places = array.places.stretched(to: positions).ints
            for (position, place) in places.enumerated() {
                guard (-array.length..<max(array.length, 1)).contains(place), array.length > 0
                else {
                    throw TensorError.indexOutOfRange(
                        index: place, axis: array.axis, length: array.length)
                }
                starts[position] += (place < 0 ? place + array.length : place) * array.step
            }
        }
        return starts
    }
}

extension UnaryOperation {
    /// A copy of the elements that `choice` chooses.
    static func choose(_ choice: Choice) -> UnaryOperation {
        UnaryOperation(
            "GatherNd", { choice.read($0) },
            pullback: { x, _ in
                let shape = x.shape
                return { try placeChosen(choice, in: shape)($0) }
            })
    }

    /// Zeros of a shape to whose chosen elements the operand's are added.
    private static func placeChosen(_ choice: Choice, in shape: Shape) -> UnaryOperation {
        UnaryOperation(
            "ScatterNd",
            { upstream in
                let result = Tensor(zeros: shape, upstream.dtype)
                try choice.add(upstream, into: result)
                return result
            },
            pullback: { _, _ in { try choose(choice)($0) } })
    }
}
