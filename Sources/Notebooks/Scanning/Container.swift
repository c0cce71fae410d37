/// A block that holds other blocks and marks their lines with a prefix.
struct Container: Sendable {
    enum Kind: Sendable {
        case quote
        /// The columns that lines of the item are indented by.
        case item(indent: Int)
        case footnote(label: Range<Int>)
    }

    let kind: Kind
    /// Whether anything stands in it; an item that began with a blank line ends at the next one.
    var isEmpty = true

    init(_ kind: Kind) { self.kind = kind }

    /// Takes the container's prefix off a line; false when the line does not have it.
    func takePrefix(off cursor: inout LineCursor) -> Bool {
        switch kind {
        case .quote:
            guard cursor.indent < 4, cursor.textByte == ASCII.greater else { return false }
            Container.takeQuoteMark(off: &cursor)
            return true
        case .item(let indent): return takeIndent(indent, off: &cursor)
        case .footnote: return takeIndent(4, off: &cursor)
        }
    }

    /// Takes `>` and the blank behind it.
    static func takeQuoteMark(off cursor: inout LineCursor) {
        cursor.skipText(1)
        if cursor.byte.isBlank { cursor.skip(columns: 1) }
    }

    private func takeIndent(_ indent: Int, off cursor: inout LineCursor) -> Bool {
        if cursor.indent >= indent {
            cursor.skip(columns: indent)
            return true
        }
        guard cursor.isBlank, !isEmpty else { return false }
        cursor.skipText(0)
        return true
    }
}
