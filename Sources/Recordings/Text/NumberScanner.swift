/// Finds where a number ends.
enum NumberScanner {
    /// The end of the number that begins at a position; nil where none does. A sign belongs to it unless
    /// something that a sign can stand behind comes right before: `3-1`, but `[-1`.
    static func end(
        in scalars: [Unicode.Scalar], at start: Int, after previous: Unicode.Scalar?
    ) -> Int? {
        var position = start
        if scalars[position] == "-" || scalars[position] == "+" {
            if let previous, previous.isDigit || previous.properties.isAlphabetic || previous == ")"
            {
                return nil
            }
            position += 1
        }
        let whole = digits(in: scalars, from: position)
        var end = whole
        if end < scalars.count, scalars[end] == ".", !isDots(scalars, end) {
            end = digits(in: scalars, from: end + 1)
        }
        // A point alone is no number, nor is the sign before a word.
        guard end > position, whole > position || end > whole + 1 else { return nil }
        return exponentEnd(in: scalars, from: end)
    }

    private static func digits(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        guard start < scalars.count else { return start }
        return scalars[start...].firstIndex { !$0.isDigit } ?? scalars.count
    }

    /// Whether `...` stands here, which is no decimal point.
    private static func isDots(_ scalars: [Unicode.Scalar], _ position: Int) -> Bool {
        position + 1 < scalars.count && scalars[position + 1] == "."
    }

    private static func exponentEnd(in scalars: [Unicode.Scalar], from end: Int) -> Int {
        guard end < scalars.count, scalars[end] == "e" || scalars[end] == "E" else { return end }
        var start = end + 1
        if start < scalars.count, scalars[start] == "-" || scalars[start] == "+" { start += 1 }
        let last = digits(in: scalars, from: start)
        return last > start ? last : end
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
