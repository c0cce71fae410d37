/// Damages sources: pieces are lost, doubled, exchanged, and taken from other sources.
struct Mutation {
    var random: SeededRandom

    mutating func mutant(of sources: [String]) -> String {
        var tokens = TokenText.split(random.pick(sources))
        for _ in 0..<(1 + random.below(6)) where !tokens.isEmpty {
            change(&tokens, with: random.pick(sources))
        }
        return tokens.joined()
    }

    private mutating func change(_ tokens: inout [String], with other: String) {
        let place = random.below(tokens.count)
        switch random.below(8) {
        case 0: tokens.remove(at: place)
        case 1: tokens.insert(tokens[place], at: random.below(tokens.count))
        case 2: tokens.swapAt(place, random.below(tokens.count))
        case 3: tokens[place] = random.pick(Self.pieces)
        case 4: tokens.insert(random.pick(Self.pieces), at: place)
        case 5: tokens.removeSubrange(place..<min(tokens.count, place + 1 + random.below(10)))
        default: graft(&tokens, at: place, from: TokenText.split(other))
        }
    }

    private mutating func graft(_ tokens: inout [String], at place: Int, from other: [String]) {
        guard !other.isEmpty else { return }
        let start = random.below(other.count)
        let end = min(other.count, start + 1 + random.below(15))
        tokens.replaceSubrange(
            place..<min(tokens.count, place + random.below(4)), with: other[start..<end])
    }

    /// Signs, words and numbers that programs break at.
    private static let pieces = [
        "(", ")", "[", "]", "{", "}", ":", ",", ".", "=", "==", "*", "**", "@", "\n", "\n    ",
        "\\\n", "\t", "'", "\"",
        "'''", "f'{", "}'", "!r", "lambda", "yield", "await", "async ", "def ", "class ", "return ",
        "if ", "else", "for ",
        " in ", "not ", "None", "True", "0", "-1", "10**30", "2**63", "-2**63", "1e308",
        "float('nan')", "9223372036854775807",
        "-9223372036854775808", "1 << 70", "range(10**30)", "[]", "{}", "()", "''", "b''", "set()",
        "...", "self", "super()",
        "__class__", "type", "object", "int", "list", "print", "iter", "next", "sorted", "\u{0}",
        "\u{FEFF}", "\r", "\u{C}",
        "é", "日", "😀", ":=", "->", "~", "<<", ">>", "//", "%", "&", "|", "^", "!=", "global ",
        "nonlocal ", "del ", "raise ",
        "try:", "except:", "finally:", "with ", "match ", "case ", "import ", "from ", " as ",
        "pass", "break", "continue",
        "lambda: 0", "*args", "**kwargs", "[::-1]", "[:]", "[-1]", "()", "#", ";", "$", "?", "`",
        "\\", "0x", "1_", "1j", "'%s' % ",
    ]
}
