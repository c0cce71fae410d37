/// What an operand is meant to be.
enum Kind: CaseIterable {
    case int, float, complex, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset, range
    case slice, none

    /// More often what notes use.
    static let weighted: [Kind] =
        allCases + [
            .int, .int, .int, .float, .float, .str, .str, .str, .list, .list, .tuple, .dict,
        ]
}
