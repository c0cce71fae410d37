/// Holds a found text to a wanted one, token by token.
struct TextComparison {
    private let tolerance: Tolerance
    /// Numbers that `id()` gave in this run.
    private let identities: ClosedRange<Int>
    /// Found tokens that another run prints differently: only their kind is compared.
    private let varying: Set<Int>
    private var renaming = Renaming()
    /// The largest relative error of a number that was let pass, or that was the cause of a difference.
    private(set) var largestError = 0.0
    /// Whether some number only had to be of the right kind.
    private(set) var usedVarying = false

    init(tolerance: Tolerance, identities: ClosedRange<Int>, varying: Set<Int> = []) {
        self.tolerance = tolerance
        self.identities = identities
        self.varying = varying
    }

    /// Whether the found tokens are as wanted; `...` among the wanted ones stands for any tokens.
    mutating func matches(_ wanted: [PlacedToken], _ found: [PlacedToken]) -> Bool {
        if wanted.count == found.count {
            let start = self
            var isSame = true
            for (index, (want, have)) in zip(wanted, found).enumerated() {
                let isMatch = matches(want.token, have.token, at: index)
                isSame = isSame && isMatch
            }
            if isSame { return true }
            if wanted.contains(where: { $0.token == .ellipsis }) { self = start }
        }
        return wanted.contains { $0.token == .ellipsis } && matchesWithGaps(wanted, found)
    }

    // MARK: Tokens

    private mutating func matches(_ wanted: TextToken, _ found: TextToken, at index: Int) -> Bool {
        switch (wanted, found) {
        case (.real(let text, let want), .real(let other, let have)):
            if text == other { return true }
            if varying.contains(index) { return pass() }
            largestError = max(largestError, Tolerance.relativeError(want, have))
            return tolerance.allows(want, have)
        case (.integer(let want), .integer(let have)):
            if let number = Int(have), identities.contains(number) {
                return renaming.matches(want, have)
            }
            if want == have { return true }
            return varying.contains(index) && pass()
        case (.address(let want), .address(let have)): return renaming.matches(want, have)
        case (.text, .text) where wanted != found: return varying.contains(index) && pass()
        default: return wanted == found
        }
    }

    private mutating func pass() -> Bool {
        usedVarying = true
        return true
    }

    // MARK: Gaps

    /// Matches the pieces between the gaps, each as early as it can stand; the first and the last piece are
    /// bound to the text's ends.
    private mutating func matchesWithGaps(_ wanted: [PlacedToken], _ found: [PlacedToken]) -> Bool {
        let pieces = wanted.split(omittingEmptySubsequences: false) { $0.token == .ellipsis }
        guard let first = pieces.first, let last = pieces.last,
            first.count + last.count <= found.count,
            matches(first, found, at: 0), matches(last, found, at: found.count - last.count)
        else { return false }
        var position = first.count
        let end = found.count - last.count
        for piece in pieces.dropFirst().dropLast() {
            guard let start = firstMatch(of: piece, in: found, from: position, to: end) else {
                return false
            }
            position = start + piece.count
        }
        return true
    }

    private mutating func firstMatch(
        of piece: ArraySlice<PlacedToken>, in found: [PlacedToken], from start: Int, to end: Int
    ) -> Int? {
        guard start + piece.count <= end else { return nil }
        for position in start...(end - piece.count) {
            let before = self
            if matches(piece, found, at: position) { return position }
            self = before
        }
        return nil
    }

    private mutating func matches(
        _ piece: ArraySlice<PlacedToken>, _ found: [PlacedToken], at start: Int
    ) -> Bool {
        for (offset, want) in piece.enumerated() {
            let index = start + offset
            guard matches(want.token, found[index].token, at: index) else { return false }
        }
        return true
    }
}
