/// What a compiled step knows of the length of its batches: nothing as soon as it met two.
struct BatchLengths: Codable {
    private var known: Int?
    private var isOpen = false

    /// Whether the step that runs a batch was compiled for its very length.
    mutating func isKnown(in batch: FitBatch) -> Bool {
        guard !isOpen, batch.isFixed, known == nil || known == batch.count else {
            isOpen = true
            return false
        }
        known = batch.count
        return true
    }
}
