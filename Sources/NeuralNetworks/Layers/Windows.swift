import Tensors

/// The windows that convolutions and pooling look through, along one axis.
package struct Windows: Sendable {
    package let size: Int
    package let stride: Int
    package let dilation: Int
    package let padding: WindowPadding

    package init(size: Int, stride: Int, dilation: Int = 1, padding: WindowPadding) {
        self.size = size
        self.stride = stride
        self.dilation = dilation
        self.padding = padding
    }

    /// How far a window reaches.
    private var reach: Int { (size - 1) * dilation + 1 }

    /// How many elements are put before and after an axis of a length.
    func borders(for length: Int) -> (before: Int, after: Int) {
        switch padding {
        case .valid: return (0, 0)
        case .causal: return (reach - 1, 0)
        case .same:
            let count = (length + stride - 1) / stride
            let total = max((count - 1) * stride + reach - length, 0)
            return (total / 2, total - total / 2)
        }
    }

    /// How many windows there are along a padded axis; not positive where none fits.
    func count(for padded: Int) -> Int {
        padded < reach ? 0 : (padded - reach) / stride + 1
    }

    /// The places of the elements of each window, window by window.
    func places(_ count: Int) -> Tensor {
        let rows = (0..<count).flatMap { window in
            (0..<size).map { Int64(window * stride + $0 * dilation) }
        }
        return Tensor(rows, shape: [count, size])
    }

    /// The number of windows for an axis of a length, known or not.
    func outputLength(for length: Int?) -> Int? {
        guard let length else { return nil }
        let (before, after) = borders(for: length)
        return count(for: length + before + after)
    }
}

/// What lies beyond the borders of an axis.
package enum WindowPadding: String, Sendable {
    case valid, same, causal

    /// Throws for a name that Keras does not know.
    package init(name: String) throws {
        guard let known = WindowPadding(rawValue: name.lowercased()) else {
            throw LayerError.value(
                "The `padding` argument must be a list/tuple or one of \"valid\", \"same\" (or \"causal\", only for `Conv1D). Received: \(name)"
            )
        }
        self = known
    }
}

extension Tensor {
    /// `N S… C` as the windows along all axes between: `N O… K… C`.
    func windows(_ windows: [Windows], fill: Scalar = .int(0), layer: String) throws -> Tensor {
        let borders = zip(windows, shape.dimensions.dropFirst()).map { $0.borders(for: $1) }
        var result = self
        if borders.contains(where: { $0.before > 0 || $0.after > 0 }) {
            result = try padded([(0, 0)] + borders + [(0, 0)], mode: .constant(fill))
        }
        for (axis, window) in windows.enumerated() {
            let place = 1 + 2 * axis
            let count = window.count(for: result.shape[place])
            guard count > 0 else {
                throw LayerError.value(
                    "One of the dimensions in the output is <= 0 due to downsampling in \(layer). Consider increasing the input size. Received input shape \(shape.dimensions) which would produce output shape with a zero or negative value in a dimension."
                )
            }
            result = try result.gathered(window.places(count), axis: place)
        }
        let count = windows.count
        let outer = (0..<count).map { 1 + 2 * $0 }
        let inner = (0..<count).map { 2 + 2 * $0 }
        return count > 1
            ? try result.transposed([0] + outer + inner + [1 + 2 * count]).compacted() : result
    }
}
