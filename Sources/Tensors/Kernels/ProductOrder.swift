/// How one element of a matrix product is added up. TensorFlow's products differ in this by their shapes, and
/// the last digit shows it.
enum ProductOrder: Equatable {
    /// One chain of fused multiply-adds over k.
    case chain
    /// Chains of at most 384 terms: whole pieces while two are left, then two halves.
    case halvedPieces
    /// Chains of 512 terms, or of 1024 when there are more than 1024.
    case evenPieces
    /// Sixteen chains folded by halves.
    case sixteen
    /// Eight chains folded crosswise, and the rest in groups.
    case eight

    /// The order of a product m×k by k×n of two matrices.
    static func ofMatrices(
        m: Int, n: Int, transposedA: Bool = false, transposedB: Bool = false
    ) -> ProductOrder {
        if transposedB && m == 1 { return .eight }
        if transposedB && !transposedA && m < 16 { return .sixteen }
        if n == 1 && m > 1 && !transposedA { return .eight }
        return m == 1 || n == 1 ? .chain : .halvedPieces
    }

    /// Whether k terms are added in a single chain.
    func isOneChain(of k: Int) -> Bool {
        switch self {
        case .chain: true
        case .halvedPieces, .evenPieces: k <= 384
        case .sixteen, .eight: false
        }
    }

    /// The lengths of the chains for k terms; nil where the terms are not added in chains one after another.
    func pieces(of k: Int) -> [Int]? {
        if self == .sixteen || self == .eight { return nil }
        if isOneChain(of: k) { return [k] }
        var (left, pieces) = (k, [Int]())
        while left > 0 {
            let piece =
                switch self {
                case .halvedPieces: left >= 768 ? 384 : left > 384 ? (left + 1) / 2 : left
                case .evenPieces: min(left, k > 1024 ? 1024 : 512)
                default: left
                }
            pieces.append(piece)
            left -= piece
        }
        return pieces
    }
}
