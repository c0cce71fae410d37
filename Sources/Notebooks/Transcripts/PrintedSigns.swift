/// Signs that a line was printed, and is not code with a mistake in it.
enum PrintedSigns {
    /// Whether a line that is no Python reads as something printed: a number, a bracket, a rule of
    /// dashes, a path, or words side by side.
    static func begins(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop(while: \.isBlank)
        guard let first = text.first else { return false }
        if first.isDigit || "<-/|".utf8.contains(first) || text.starts(with: "___".utf8)
            || text.starts(with: "===".utf8)
        {
            return true
        }
        if "[({".utf8.contains(first) { return !text.contains(ASCII.equals) }
        return areWords(text)
    }

    /// Whether a line begins with a word that no keyword is, and goes on as Python does not.
    private static func areWords(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.prefix { $0.isLetter || $0.isDigit || $0 >= 0x80 || "_.".utf8.contains($0) }
        let name = String(decoding: word, as: UTF8.self)
        guard !word.isEmpty, !keywords.contains(name) else { return false }
        if printedCalls.contains(name) { return true }
        let behind = text[word.endIndex...]
        guard let next = behind.first else { return true }
        if next == ASCII.colon { return true }
        guard next.isBlank, let second = behind.drop(while: \.isBlank).first else { return false }
        return second.isLetter || second.isDigit || second >= 0x80 || "[<".utf8.contains(second)
    }

    private static let printedCalls: Set<String> = ["array", "tensor", "tf.Tensor", "TensorShape"]

    private static let keywords: Set<String> = [
        "for", "while", "if", "elif", "else", "def", "class", "import", "from", "with", "return",
        "try", "except", "finally", "raise", "assert", "del", "global", "nonlocal", "pass", "break",
        "continue", "lambda", "async", "await", "not", "print", "exec", "yield", "match", "case",
    ]
}
