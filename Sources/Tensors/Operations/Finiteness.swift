import CKernels

extension Tensor {
    /// Whether any element is infinite or no number.
    package var hasInfinities: Bool {
        switch dtype {
        case .float32:
            let block = contiguous()
            return kernel_has_infinities_f32(count, block.pointer(to: Float.self)) != 0
        case .float64:
            let block = contiguous()
            return kernel_has_infinities_f64(count, block.pointer(to: Double.self)) != 0
        case .float16: return doubles.contains { !$0.isFinite }
        default: return false
        }
    }
}
