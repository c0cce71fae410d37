/// A sequence x[N, T, D] in memory, its innermost elements being neighbours.
struct SequenceView<T> {
    let base: UnsafePointer<T>
    let batch: Int
    let time: Int
    let features: Int
    let batchStep: Int
    let timeStep: Int

    /// The block [N, D] of one time step.
    func step(_ t: Int) -> MatrixView<T> {
        MatrixView(base + t * timeStep, rows: batch, columns: features, rowStep: batchStep)
    }
}

extension Tensor {
    /// The tensor as a sequence; the elements of the last axis must be neighbours.
    func sequence<T: TensorScalar>(of type: T.Type) -> SequenceView<T> {
        let steps = strides
        return SequenceView(
            base: pointer(to: T.self), batch: shape[0], time: shape[1], features: shape[2],
            batchStep: steps[0], timeStep: steps[1])
    }

    /// The tensor, or a copy of it where the elements of the last axis are not neighbours; other axes along which
    /// it was stretched stay so.
    var withNeighbouringFeatures: Tensor {
        let steps = strides
        if shape.innermost <= 1 || steps.last == 1 { return self }
        let isStretched = shape.dimensions.indices.map { $0 < rank - 1 && steps[$0] == 0 }
        let distinct = zip(shape.dimensions, isStretched).map { $1 ? Swift.min($0, 1) : $0 }
        let copied = view(shape: Shape(distinct), strides: steps, offset: offset).copy()
        let copiedSteps = zip(copied.strides, isStretched).map { $1 ? 0 : $0 }
        return copied.view(shape: shape, strides: copiedSteps, offset: 0)
    }

    /// A new sequence [N, T, H] that lies in memory as [T, N, H], so that every step is one block.
    static func timeMajor(batch: Int, time: Int, features: Int, _ dtype: DType) -> Tensor {
        let block = Tensor(uninitialized: [time, batch, features], dtype)
        return block.view(
            shape: [batch, time, features], strides: [features, batch * features, 1], offset: 0)
    }
}
