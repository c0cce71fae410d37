import CKernels

extension Tensor {
    /// Whether any element is infinite or no number.
    package var hasInfinities: Bool {
        guard dtype.isFloating else { return false }
        let block = contiguous()
        return withExtendedLifetime(block) {
            Tensor.hasInfinities(count, block.rawPointer, dtype)
        }
    }

    /// Whether any of `count` neighbouring floats of that type is infinite or no number.
    static func hasInfinities(
        _ count: Int, _ elements: UnsafeRawPointer, _ dtype: DType
    ) -> Bool {
        switch dtype {
        case .float32: kernel_has_infinities_f32(count, elements.assumed(Float.self)) != 0
        case .float64: kernel_has_infinities_f64(count, elements.assumed(Double.self)) != 0
        default:
            UnsafeBufferPointer(start: elements.assumed(Float16.self), count: count)
                .contains { !$0.isFinite }
        }
    }
}
