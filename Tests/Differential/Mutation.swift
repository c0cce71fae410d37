/// Damages sources: pieces are lost, doubled, exchanged, and taken from other sources.
struct Mutation {
    var random: SeededRandom

    mutating func mutant(of sources: [String]) -> String {
        mutant(of: random.pick(sources), with: sources)
    }

    mutating func mutant(of source: String, with sources: [String]) -> String {
        var tokens = TokenText.split(source)
        for _ in 0..<(1 + random.below(6)) where !tokens.isEmpty {
            change(&tokens, with: random.pick(sources))
        }
        return tokens.joined()
    }

    private mutating func change(_ tokens: inout [String], with other: String) {
        let place = random.below(tokens.count)
        switch random.below(10) {
        case 0: tokens.remove(at: place)
        case 1: tokens.insert(tokens[place], at: random.below(tokens.count))
        case 2: tokens.swapAt(place, random.below(tokens.count))
        case 3: tokens[place] = random.pick(Self.pieces)
        case 4: tokens.insert(random.pick(Self.pieces), at: place)
        case 5: tokens.removeSubrange(place..<min(tokens.count, place + 1 + random.below(10)))
        case 6: tokens[place] = damaged(tokens[place])
        case 7: double(&tokens, from: place)
        default: graft(&tokens, at: place, from: TokenText.split(other))
        }
    }

    /// A token with one code point lost, doubled, or replaced by its neighbour among the bits.
    private mutating func damaged(_ token: String) -> String {
        var scalars = Array(token.unicodeScalars)
        guard !scalars.isEmpty else { return token }
        let place = random.below(scalars.count)
        switch random.below(3) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(scalars[place], at: place)
        default:
            let flipped = scalars[place].value ^ (1 << UInt32(random.below(8)))
            scalars[place] = Unicode.Scalar(flipped) ?? "\u{FFFD}"
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Some tokens a few times, so that brackets, blocks and operators nest deeper than anybody writes them.
    private mutating func double(_ tokens: inout [String], from place: Int) {
        let run = Array(tokens[place..<min(tokens.count, place + 1 + random.below(6))])
        let times = random.below(20) == 0 ? 300 : 1 + random.below(4)
        tokens.insert(contentsOf: (0..<times).flatMap { _ in run }, at: place)
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
