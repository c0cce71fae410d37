/// A parsed regular expression.
final class Pattern {
    /// What the expression says, in the order of its characters.
    let root: Node
    let flags: PatternFlags
    let groupCount: Int
    /// The numbers of the groups with names.
    let groupNames: [(name: String, number: Int)]

    init(
        root: Node, flags: PatternFlags, groupCount: Int, groupNames: [(name: String, number: Int)]
    ) {
        self.root = root
        self.flags = flags
        self.groupCount = groupCount
        self.groupNames = groupNames
    }

    /// The number of a named group.
    func number(of name: String) -> Int? { groupNames.first { $0.name == name }?.number }
}

/// `re.IGNORECASE` and its kin, with Python's numbers.
struct PatternFlags: OptionSet, Sendable {
    let rawValue: Int

    static let ignoreCase = PatternFlags(rawValue: 2)
    static let locale = PatternFlags(rawValue: 4)
    static let multiLine = PatternFlags(rawValue: 8)
    static let dotAll = PatternFlags(rawValue: 16)
    static let unicode = PatternFlags(rawValue: 32)
    static let verbose = PatternFlags(rawValue: 64)
    static let debug = PatternFlags(rawValue: 128)
    static let ascii = PatternFlags(rawValue: 256)

    /// The flag of a letter in `(?i)`.
    init?(letter: Unicode.Scalar) {
        switch letter {
        case "i": self = .ignoreCase
        case "L": self = .locale
        case "m": self = .multiLine
        case "s": self = .dotAll
        case "u": self = .unicode
        case "x": self = .verbose
        case "a": self = .ascii
        default: return nil
        }
    }

    init(rawValue: Int) { self.rawValue = rawValue }
}

/// A part of a regular expression.
indirect enum Node {
    case empty
    case scalar(Unicode.Scalar, ignoresCase: Bool)
    case any(newlines: Bool)
    case set(CharacterSet)
    case sequence([Node])
    case alternatives([Node])
    case group(Node, number: Int)
    case repetition(Node, Repetition)
    case atomic(Node)
    case look(Node, ahead: Bool, negative: Bool)
    case reference(Int, ignoresCase: Bool)
    case conditional(group: Int, then: Node, otherwise: Node)
    case place(Place)

    /// How often a part may occur.
    struct Repetition {
        var least: Int
        /// nil for any number of times.
        var most: Int?
        var mode: Mode

        enum Mode { case greedy, lazy, possessive }
    }

    /// What holds between two characters.
    enum Place {
        case textStart, textEnd, lineStart, lineEnd, lastLineEnd
        case wordEdge(ascii: Bool), noWordEdge(ascii: Bool)
    }
}

/// The characters that `[…]` or `\d` stands for.
struct CharacterSet {
    var isNegated = false
    var ignoresCase = false
    var scalars: Set<Unicode.Scalar> = []
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [CharacterClass] = []

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let found =
            ignoresCase
            ? CaseVariants.of(scalar).contains(where: holds) : holds(scalar)
        return found != isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        scalars.contains(scalar) || ranges.contains { $0.contains(scalar.value) }
            || classes.contains { $0.contains(scalar) }
    }
}

/// `\d`, `\s`, `\w` and what they leave out.
struct CharacterClass {
    enum Kind { case digit, space, word }

    let kind: Kind
    let isNegated: Bool
    let ascii: Bool

    func contains(_ scalar: Unicode.Scalar) -> Bool { holds(scalar) != isNegated }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        switch kind {
        case .digit: Self.isDigit(scalar, ascii)
        case .space: Self.isSpace(scalar, ascii)
        case .word: Self.isWord(scalar, ascii: ascii)
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar, _ ascii: Bool) -> Bool {
        if scalar.isASCII { return scalar.value >= 48 && scalar.value <= 57 }
        return !ascii && scalar.properties.generalCategory == .decimalNumber
    }

    private static func isSpace(_ scalar: Unicode.Scalar, _ ascii: Bool) -> Bool {
        switch scalar.value {
        case 9...13, 32: true
        case 28...31: !ascii
        default: !ascii && !scalar.isASCII && scalar.properties.isWhitespace
        }
    }

    static func isWord(_ scalar: Unicode.Scalar, ascii: Bool) -> Bool {
        switch scalar.value {
        case 48...57, 65...90, 95, 97...122: return true
        case ..<128: return false
        default: break
        }
        if ascii { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return scalar.properties.numericType != nil
        }
    }
}

/// The forms of a character that are the same when case does not count.
enum CaseVariants {
    static func of(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.isASCII {
            switch scalar.value {
            case 65...90: return [scalar, Unicode.Scalar(scalar.value + 32) ?? scalar]
            case 97...122: return [scalar, Unicode.Scalar(scalar.value - 32) ?? scalar]
            default: return [scalar]
            }
        }
        let lower = lowercase(scalar)
        let upper = single(scalar.properties.uppercaseMapping) ?? scalar
        return [scalar, lower, upper, lowercase(upper)]
    }

    static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            let isUpper = scalar.value >= 65 && scalar.value <= 90
            return isUpper ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
        }
        return single(scalar.properties.lowercaseMapping) ?? scalar
    }

    static func areEqual(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        a == b || lowercase(a) == lowercase(b)
            || (!a.isASCII && of(a).contains(b)) || (!b.isASCII && of(b).contains(a))
    }

    private static func single(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
}
