import Tensors

/// The lengths of a tensor's axes as far as they are known before it exists.
package struct PartialShape: Hashable, Sendable, Codable, ExpressibleByArrayLiteral {
    /// The lengths, outermost first, nil for an unknown one.
    package var dimensions: [Int?]

    package init(_ dimensions: [Int?]) { self.dimensions = dimensions }

    package init(arrayLiteral dimensions: Int?...) { self.dimensions = dimensions }

    package init(_ shape: Shape) { dimensions = shape.dimensions }

    package var rank: Int { dimensions.count }

    /// The length of the innermost axis, where it is known.
    package var innermost: Int? { dimensions.last ?? nil }

    package subscript(axis: Int) -> Int? {
        get { dimensions[axis] }
        set { dimensions[axis] = newValue }
    }

    /// The shape with one number for all unknown lengths.
    package func filled(with length: Int) -> Shape { Shape(dimensions.map { $0 ?? length }) }

    /// The shape with another innermost length.
    package func replacingInnermost(_ length: Int?) -> PartialShape {
        PartialShape(Array(dimensions.dropLast()) + [length])
    }

    /// What both shapes have in common; nil where their ranks differ.
    package func common(with other: PartialShape) -> PartialShape? {
        guard rank == other.rank else { return nil }
        return PartialShape(zip(dimensions, other.dimensions).map { $0 == $1 ? $0 : nil })
    }

    /// The number of elements; nil where a length is unknown.
    package var count: Int? {
        var product = 1
        for length in dimensions {
            guard let length else { return nil }
            let (next, overflows) = product.multipliedReportingOverflow(by: length)
            if overflows { return nil }
            product = next
        }
        return product
    }
}

extension PartialShape: CustomStringConvertible {
    /// As a Python tuple: `(None, 3)`.
    package var description: String {
        let texts = dimensions.map { $0.map(String.init) ?? "None" }
        return texts.count == 1 ? "(\(texts[0]),)" : "(" + texts.joined(separator: ", ") + ")"
    }
}
