extension Tensor {
    /// Throws where so many steps, whole or in part, would not fit into memory.
    package static func requireSteps(_ count: Double, _ dtype: DType) throws {
        let whole = count.rounded(.up)
        guard whole > 0 else { return }
        try Shape([whole < 0x1p62 ? Int(whole) : .max]).requireRoom(for: dtype)
    }
}
