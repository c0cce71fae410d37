/// `SimpleRNNCell` → `simple_rnn_cell`, `Conv1D` → `conv1d`, `ReLU` → `re_lu`.
package enum SnakeCase {
    package static func name(of className: String) -> String {
        let words = separated(Array(className.unicodeScalars))
        var result = ""
        for (index, letter) in words.enumerated() {
            if index > 0, isSmall(words[index - 1]), isCapital(letter) { result += "_" }
            result.unicodeScalars.append(letter)
        }
        result = result.lowercased()
        return result.hasPrefix("_") ? "private" + result : result
    }

    /// With an underscore before each capital that begins a word of small letters.
    private static func separated(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var index = 0
        while index < letters.count {
            result.append(letters[index])
            index += 1
            guard index + 1 < letters.count, isCapital(letters[index]),
                isSmall(letters[index + 1])
            else { continue }
            result.append("_")
            repeat {
                result.append(letters[index])
                index += 1
            } while index < letters.count && isSmall(letters[index])
        }
        return result
    }

    private static func isCapital(_ letter: Unicode.Scalar) -> Bool { ("A"..."Z").contains(letter) }
    private static func isSmall(_ letter: Unicode.Scalar) -> Bool { ("a"..."z").contains(letter) }
}
