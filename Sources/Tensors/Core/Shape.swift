/// The lengths of a tensor's axes, outermost first; a scalar has none.
package struct Shape: Hashable, Sendable, Codable, ExpressibleByArrayLiteral {
    /// The lengths, outermost first.
    package var dimensions: [Int]

    /// The shape with these lengths.
    package init(_ dimensions: [Int]) { self.dimensions = dimensions }

    package init(arrayLiteral dimensions: Int...) { self.dimensions = dimensions }

    /// The shape of a single number.
    package static let scalar = Shape([])

    /// The number of axes.
    package var rank: Int { dimensions.count }

    /// The number of elements; the largest integer where there are more.
    package var count: Int {
        var product = 1
        for length in dimensions {
            let (next, isTooLarge) = product.multipliedReportingOverflow(by: length)
            if isTooLarge { return dimensions.contains(0) ? 0 : .max }
            product = next
        }
        return product
    }

    /// The length of an axis counted from the outside.
    package subscript(axis: Int) -> Int {
        get { dimensions[axis] }
        set { dimensions[axis] = newValue }
    }

    /// The length of the innermost axis; 1 for a scalar.
    package var innermost: Int { dimensions.last ?? 1 }

    /// The steps, in elements, along each axis of a row-major block of this shape.
    package var rowMajorStrides: [Int] {
        var strides = dimensions
        var step = 1
        for axis in dimensions.indices.reversed() {
            strides[axis] = step
            // Of a shape too large for any memory, only a view that repeats one element is ever made.
            step &*= dimensions[axis]
        }
        return strides
    }

    /// The axis meant by `axis`, which may count from the end; nil when there is none.
    package func resolved(axis: Int) -> Int? {
        let resolved = axis < 0 ? axis + rank : axis
        return dimensions.indices.contains(resolved) ? resolved : nil
    }

    /// This shape without the axes in `axes`, or with length 1 there.
    package func removing(axes: [Int], keeping: Bool = false) -> Shape {
        var result: [Int] = []
        result.reserveCapacity(rank)
        for axis in dimensions.indices {
            if !axes.contains(axis) {
                result.append(dimensions[axis])
            } else if keeping {
                result.append(1)
            }
        }
        return Shape(result)
    }

    /// This shape without one axis.
    package func removing(axis: Int) -> Shape {
        var result = self
        result.dimensions.remove(at: axis)
        return result
    }
}

extension Shape: CustomStringConvertible {
    /// As a Python tuple: `()`, `(3,)`, `(2, 3)`.
    package var description: String {
        if rank == 1 { return "(\(dimensions[0]),)" }
        return "(" + dimensions.map(String.init).joined(separator: ", ") + ")"
    }

    /// As TensorFlow's kernels write it: `[2,3]`.
    package var bracketed: String {
        "[" + dimensions.map(String.init).joined(separator: ",") + "]"
    }

    /// As NumPy's broadcasting errors write it: `(2,3)`, `(3,)`.
    package var compact: String {
        rank == 1
            ? "(\(dimensions[0]),)"
            : "(" + dimensions.map(String.init).joined(separator: ",") + ")"
    }
}
