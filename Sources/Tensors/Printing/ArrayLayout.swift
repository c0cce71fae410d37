/// Where the elements of an array stand: brackets, separators, line breaks and omissions.
struct ArrayLayout {
    private let shape: Shape
    private let separator: String
    private let edgeItems: Int?

    /// The layout of an array that shows only `edgeItems` elements at each edge, or all of them.
    init(shape: Shape, separator: String, edgeItems: Int?) {
        self.shape = shape
        self.separator = separator
        self.edgeItems = edgeItems
    }

    /// The row-major indices of the elements that are shown, in their order.
    var shownIndices: [Int] {
        zip(shape.dimensions, shape.rowMajorStrides).reduce([0]) { starts, axis in
            let steps = shownPlaces(axis.0).map { $0 * axis.1 }
            return starts.flatMap { start in steps.map { start + $0 } }
        }
    }

    /// The text of an array whose shown elements have these texts. Lines after the first are indented
    /// by `indent` spaces, and broken where they would be longer than `width`.
    func text(_ elements: [String], indent: Int, width: Int) -> String {
        var rest = elements[...]
        return text(axis: 0, &rest, indent: indent, width: width)
    }

    private func isCut(_ length: Int) -> Bool {
        edgeItems.map { length > 2 * $0 } ?? false
    }

    private func shownPlaces(_ length: Int) -> [Int] {
        guard let edgeItems, isCut(length) else { return Array(0..<length) }
        return Array(0..<edgeItems) + Array(length - max(edgeItems, 1)..<length)
    }

    private func text(
        axis: Int, _ rest: inout ArraySlice<String>, indent: Int, width: Int
    ) -> String {
        guard axis < shape.rank else { return rest.removeFirst() }
        let length = shape[axis]
        var parts = shownPlaces(length).map { _ in
            text(axis: axis + 1, &rest, indent: indent + 1, width: width - 1)
        }
        if let edgeItems, isCut(length) { parts.insert("...", at: edgeItems) }
        let axesLeft = shape.rank - axis
        let inner =
            axesLeft == 1
            ? line(parts, indent: indent, width: width)
            : parts.joined(separator: lineBreak(axesLeft - 1, indent: indent))
        return "[" + inner + "]"
    }

    private func lineBreak(_ count: Int, indent: Int) -> String {
        Self.trimmed(separator) + String(repeating: "\n", count: count)
            + String(repeating: " ", count: indent)
    }

    private static func trimmed(_ text: String) -> String {
        let spaces = text.unicodeScalars.reversed().prefix { $0.properties.isWhitespace }
        return String(text.unicodeScalars.dropLast(spaces.count))
    }

    /// The elements of the innermost axis, filled into lines that leave room for what follows.
    private func line(_ words: [String], indent: Int, width: Int) -> String {
        let limit = width - max(Self.trimmed(separator).unicodeScalars.count, 1)
        let gap = separator.unicodeScalars.count
        var text = ""
        var column = indent
        for (index, word) in words.enumerated() {
            let length = word.unicodeScalars.count
            if index > 0 {
                let isFull = column + gap + length > limit
                if isFull {
                    text = Self.trimmed(text + separator)
                    text += "\n" + String(repeating: " ", count: indent)
                } else {
                    text += separator
                }
                column = isFull ? indent : column + gap
            }
            text += word
            column += length
        }
        return text
    }
}
