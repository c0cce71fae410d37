/// What the typeset formulas of a page have used so far, from which its style and fonts follow.
struct MathUse {
    /// Anchors of equations that stand in the page already.
    var anchored: Set<String> = []
    private(set) var markup: [String] = []

    var isEmpty: Bool { markup.isEmpty }

    mutating func note(_ markup: String) { self.markup.append(markup) }
}
