/// What the info string of a fence says: the language, and whether the block is a cell.
///
/// A cell is written `python`, `py`, `python3` or `ipython`, in any case, as `{python}` or
/// `{.python …}`, with options in braces or without, or as `{code-cell}`.
struct FenceInfo: Equatable {
    /// The first word: `python`, also for `{.python .input}`; empty without one.
    private(set) var language = ""
    /// Whether the word stands in braces, as in `{output}`.
    private(set) var isBraced = false
    /// Whether the block is MyST's `{code-cell}`.
    private(set) var isDirective = false
    /// The options, `echo` and `false` for `{python, echo=false}`.
    private(set) var options: [Option] = []

    struct Option: Equatable {
        let key: String
        let value: String
    }

    init(_ info: String) {
        var words = FenceInfo.words(info)
        guard let first = words.first else { return }
        isBraced = info.first == "{"
        words.removeFirst()
        language = String(first.drop { $0 == "." })
        if isBraced, language == "code-cell" {
            isDirective = true
            let name = words.first { !$0.contains("=") && $0.first != "#" && $0.first != "." }
            language = name ?? "python"
            words.removeAll { $0 == name }
        }
        options = words.enumerated().compactMap { index, word in
            option(word, isFirst: index == 0 && isBraced && first.first != ".")
        }
    }

    /// Whether the block is Python to run.
    var isCell: Bool {
        ["python", "py", "python3", "ipython", "ipython3"].contains(language.lowercased())
    }

    /// Whether the block can hold what the cell before it printed.
    var isOutput: Bool {
        ["output", "text", ""].contains(language.lowercased())
    }

    private func option(_ word: String, isFirst: Bool) -> Option? {
        if word.first == "#" { return Option(key: "label", value: String(word.dropFirst())) }
        if word.first == "." { return nil }
        if let equals = word.firstIndex(of: "=") {
            return Option(
                key: String(word[..<equals]), value: String(word[word.index(after: equals)...]))
        }
        return isFirst ? Option(key: "label", value: word) : nil
    }

    /// The words of an info string, split at blanks, commas and braces outside of quotes.
    private static func words(_ info: String) -> [String] {
        var words = [""]
        var quote: Character?
        for character in info {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            } else if quote == nil, " \t,{}".contains(character) {
                words.append("")
            } else {
                words[words.count - 1].append(character)
            }
        }
        return words.filter { !$0.isEmpty }
    }
}
