/// How the border that padding adds is filled.
package enum PaddingMode: Sendable {
    /// With one value.
    case constant(Scalar)
    /// With the elements mirrored at the edge, without the edge itself.
    case reflect
    /// With the elements mirrored at the edge, the edge included.
    case symmetric
    /// With the edge.
    case edge
}

extension Tensor {
    /// The tensor with a border: for each axis so many elements before and after.
    package func padded(_ borders: [(before: Int, after: Int)], mode: PaddingMode) throws -> Tensor
    {
        guard borders.count == rank else {
            throw TensorError.paddings([borders.count, 2], of: shape)
        }
        if case .constant(let value) = mode {
            return try UnaryOperation.pad(borders.map { [$0.before, $0.after] }, with: value)(self)
        }
        var result = self
        for (axis, border) in borders.enumerated() where border != (0, 0) {
            let length = shape[axis]
            let rows = try (-border.before..<length + border.after).map { place in
                Int64(try Self.source(of: place, length: length, mode: mode))
            }
            result = try result.gathered(Tensor(rows), axis: axis)
        }
        return result
    }

    /// The element that stands at a place outside of an axis.
    private static func source(of place: Int, length: Int, mode: PaddingMode) throws -> Int {
        if (0..<length).contains(place) { return place }
        if case .edge = mode, length > 0 { return place < 0 ? 0 : length - 1 }
        let edge = if case .reflect = mode { 1 } else { 0 }
        let mirrored = place < 0 ? -place - 1 + edge : 2 * length - place - 1 - edge
        guard (0..<length).contains(mirrored) else {
            throw TensorError.invalidArgument(
                operation: "MirrorPad",
                "paddings must be no greater than the dimension size: \(Swift.max(-place, place - length + 1))"
                    + " greater than \(length - edge)")
        }
        return mirrored
    }
}

extension UnaryOperation {
    /// A border of one value.
    static func pad(_ borders: [[Int]], with value: Scalar) -> UnaryOperation {
        UnaryOperation(
            "PadV2",
            { x in
                let shape = Shape(
                    zip(x.shape.dimensions, borders).map { $0 &+ $1[0] &+ $1[1] })
                try shape.requireRoom(for: x.dtype)
                let result = Tensor(repeating: value, shape: shape, x.dtype)
                let strides = result.strides
                let start = zip(borders, strides).reduce(0) { $0 + $1.0[0] * $1.1 }
                result.view(shape: x.shape, strides: strides, offset: start).write(from: x)
                return result
            },
            pullback: { x, _ in
                let original = x.shape
                return { upstream in
                    try upstream.indexed(
                        original.dimensions.indices.map { axis in
                            let start = borders[axis][0]
                            return .slice(start, start + original[axis], 1)
                        })
                }
            })
    }
}
