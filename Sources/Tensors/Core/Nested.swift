/// Elements in nested lists, as a notation like `[[1, 2], [3, 4]]` gives them.
package indirect enum Nested: Hashable, Sendable {
    case element(Scalar)
    case list([Nested])

    /// The shape of the nest, or nil where its lists differ in length or depth.
    package var shape: Shape? {
        guard case .list(let items) = self else { return .scalar }
        guard let first = items.first else { return [0] }
        guard let inner = first.shape, items.dropFirst().allSatisfy({ $0.shape == inner }) else {
            return nil
        }
        return Shape([items.count] + inner.dimensions)
    }

    /// The lengths down to the depth at which the lists begin to differ.
    package var rectangularPart: Shape {
        guard case .list(let items) = self else { return .scalar }
        let inner = items.map(\.rectangularPart.dimensions)
        let common = (inner.first ?? []).enumerated().prefix { position in
            inner.allSatisfy {
                $0.count > position.offset && $0[position.offset] == position.element
            }
        }
        return Shape([items.count] + common.map(\.element))
    }

    /// The elements, innermost order.
    package var elements: [Scalar] {
        switch self {
        case .element(let scalar): [scalar]
        case .list(let items): items.flatMap(\.elements)
        }
    }
}

extension Tensor {
    /// A tensor of `dtype` from nested lists; throws where they are not rectangular.
    package convenience init(_ nested: Nested, _ dtype: DType) throws {
        guard let shape = nested.shape else {
            throw TensorError.ragged(outer: nested.rectangularPart)
        }
        self.init(nested.elements, shape: shape, dtype)
    }

    /// The elements as nested lists.
    package var nested: Nested {
        func nest(_ axis: Int, _ elements: inout ArraySlice<Scalar>) -> Nested {
            guard axis < rank else { return .element(elements.removeFirst()) }
            return .list((0..<shape[axis]).map { _ in nest(axis + 1, &elements) })
        }
        var elements = scalars[...]
        return nest(0, &elements)
    }
}
