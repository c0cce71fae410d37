extension Shape {
    /// The shape that both shapes stretch to, or nil where they are incompatible.
    ///
    /// Axes are matched from the innermost; a length of 1, or a missing axis, stretches.
    package func broadcast(with other: Shape) -> Shape? {
        if self == other { return self }
        let (long, short) = rank >= other.rank ? (self, other) : (other, self)
        var result = long
        let lead = long.rank - short.rank
        for axis in 0..<short.rank {
            let (a, b) = (long[lead + axis], short[axis])
            guard a == b || a == 1 || b == 1 else { return nil }
            result[lead + axis] = a == 1 ? b : a
        }
        return result
    }

    /// Whether this shape stretches to exactly `target`.
    package func stretches(to target: Shape) -> Bool { broadcast(with: target) == target }

    /// The axes of `target` along which this shape had to stretch to reach it.
    package func stretchedAxes(in target: Shape) -> [Int] {
        let lead = target.rank - rank
        return target.dimensions.indices.filter { axis in
            axis < lead || (self[axis - lead] == 1 && target[axis] != 1)
        }
    }
}

extension Tensor {
    /// A view of this tensor stretched to `target`, whose repeated axes have stride 0.
    ///
    /// The shape must stretch to `target`.
    package func stretched(to target: Shape) -> Tensor {
        guard shape != target else { return self }
        let lead = target.rank - rank
        let own = strides
        let steps = target.dimensions.indices.map { axis in
            axis < lead || shape[axis - lead] != target[axis] ? 0 : own[axis - lead]
        }
        return view(shape: target, strides: steps, offset: offset)
    }
}
