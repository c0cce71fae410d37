/// What a script says about itself: the lines it prints and the exception that ends it.
///
///     print(sorted([3, 1]))  # expect: [1, 3]
///     # expect: a further line of the same statement
///     [].pop()  # raises: IndexError: pop from empty list
package struct ScriptExpectations {
    /// The printed lines in their order.
    package let lines: [String]
    /// Class and message of the exception that ends the script; nil where it runs to its end.
    package let failure: String?

    package init(of script: String) {
        var lines: [String] = []
        var failure: String?
        for line in script.split(separator: "\n") {
            if let text = Self.text(after: "# expect:", in: line) { lines.append(text) }
            if let text = Self.text(after: "# raises:", in: line) { failure = text }
        }
        self.lines = lines
        self.failure = failure
    }

    private static func text(after mark: String, in line: Substring) -> String? {
        guard let start = line.lastIndex(of: mark) else { return nil }
        let text = line[line.index(start, offsetBy: mark.count)...]
        return String(text.first == " " ? text.dropFirst() : text)
    }
}

extension Substring {
    /// Where a text begins for the last time.
    fileprivate func lastIndex(of text: String) -> Index? {
        var index = endIndex
        while index > startIndex {
            index = self.index(before: index)
            if self[index...].hasPrefix(text) { return index }
        }
        return nil
    }
}
