/// Reads a regular expression as Python's `re` writes them.
struct PatternParser {
    let source: [Unicode.Scalar]
    var position = 0
    var flags: PatternFlags
    /// Flags that a group in the expression's beginning set for all of it.
    var globalFlags: PatternFlags = []
    var groupCount = 0
    var groupNames: [(name: String, number: Int)] = []
    /// The groups that are not closed yet, which may not be referred to.
    var openGroups: Set<Int> = []
    /// Whether a lookbehind is being read, whose width must be fixed.
    let isBytes: Bool
    var depth = 0

    /// Groups inside groups that an expression may have.
    static let deepest = 200

    private init(_ source: [Unicode.Scalar], flags: PatternFlags, isBytes: Bool) {
        self.source = source
        self.flags = flags
        self.isBytes = isBytes
    }

    static func parse(_ text: String, flags: PatternFlags, isBytes: Bool = false) throws -> Pattern
    {
        let source = Array(text.unicodeScalars)
        var flags = flags
        if isBytes { flags.insert(.ascii) }
        // An expression that turns `x` on is read again with blanks left out.
        for _ in 0..<2 {
            var parser = PatternParser(source, flags: flags, isBytes: isBytes)
            let root = try parser.alternatives()
            if parser.position < source.count {
                throw parser.error("unbalanced parenthesis", at: parser.position)
            }
            let all = flags.union(parser.globalFlags)
            if all.contains(.verbose), !flags.contains(.verbose) {
                flags = all
                continue
            }
            return Pattern(
                root: root, flags: try parser.finished(all), groupCount: parser.groupCount,
                groupNames: parser.groupNames)
        }
        return Pattern(root: .empty, flags: flags, groupCount: 0, groupNames: [])
    }

    private func finished(_ flags: PatternFlags) throws -> PatternFlags {
        if isBytes { return flags.subtracting(.ascii) }
        if flags.contains(.ascii), flags.contains(.unicode) {
            throw PatternError(message: "ASCII and UNICODE flags are incompatible", position: nil)
        }
        return flags.contains(.ascii) ? flags : flags.union(.unicode)
    }

    func error(_ message: String, at position: Int) -> PatternError {
        PatternError(message: message, position: position)
    }

    var ascii: Bool { flags.contains(.ascii) }
    var ignoresCase: Bool { flags.contains(.ignoreCase) }

    var current: Unicode.Scalar? { position < source.count ? source[position] : nil }

    func peek(_ offset: Int) -> Unicode.Scalar? {
        position + offset < source.count ? source[position + offset] : nil
    }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        position += 1
        return true
    }

    // MARK: Structure

    mutating func alternatives() throws -> Node {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws -> Node {
        var parts: [Node] = []
        // A group that is a repetition may be repeated, a repetition itself may not.
        var endsInQuantifier = false
        while let next = current, next != "|", next != ")" {
            if flags.contains(.verbose), skipBlank(next) { continue }
            let start = position
            if let quantifier = try quantifier() {
                guard let last = parts.last, !last.isPlace else {
                    throw error("nothing to repeat", at: start)
                }
                if endsInQuantifier { throw error("multiple repeat", at: start) }
                parts[parts.count - 1] = .repetition(last, quantifier)
                endsInQuantifier = true
                continue
            }
            let part = try item()
            endsInQuantifier = false
            if case .empty = part { continue }
            parts.append(part)
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    /// Leaves out blanks and comments of a verbose expression.
    private mutating func skipBlank(_ next: Unicode.Scalar) -> Bool {
        if next == "#" {
            while let scalar = current, scalar != "\n" {
                _ = scalar
                position += 1
            }
            return true
        }
        guard [" ", "\t", "\n", "\r", "\u{b}", "\u{c}"].contains(next) else { return false }
        position += 1
        return true
    }

    private mutating func quantifier() throws -> Node.Repetition? {
        let start = position
        var (least, most): (Int, Int?)
        switch current {
        case "*": (least, most) = (0, nil)
        case "+": (least, most) = (1, nil)
        case "?": (least, most) = (0, 1)
        case "{":
            guard let counts = try counts() else { return nil }
            (least, most) = counts
            position -= 1
        default: return nil
        }
        position += 1
        if let most, most < least {
            throw error("min repeat greater than max repeat", at: start + 1)
        }
        if take("?") { return Node.Repetition(least: least, most: most, mode: .lazy) }
        if take("+") { return Node.Repetition(least: least, most: most, mode: .possessive) }
        return Node.Repetition(least: least, most: most, mode: .greedy)
    }

    /// `{2,3}`; nil where the brace stands for itself.
    private mutating func counts() throws -> (Int, Int?)? {
        let start = position
        position += 1
        let low = digits()
        var high = low
        let hasComma = take(",")
        if hasComma { high = digits() }
        guard take("}"), hasComma || low != nil else {
            position = start
            return nil
        }
        for number in [low, high].compactMap({ $0 }) where number.count > 9 {
            throw PatternError(message: "the repetition number is too large", position: nil)
        }
        return (low.flatMap { Int($0) } ?? 0, high.flatMap { Int($0) })
    }

    mutating func digits() -> String? {
        var text = ""
        while let digit = current, digit.isASCII, digit.value >= 48, digit.value <= 57 {
            text.unicodeScalars.append(digit)
            position += 1
        }
        return text.isEmpty ? nil : text
    }

    private mutating func item() throws -> Node {
        let start = position
        let scalar = source[position]
        position += 1
        switch scalar {
        case ".": return .any(newlines: flags.contains(.dotAll))
        case "^": return .place(flags.contains(.multiLine) ? .lineStart : .textStart)
        case "$": return .place(flags.contains(.multiLine) ? .lineEnd : .lastLineEnd)
        case "(": return try group(start)
        case "[": return try set(start)
        case "\\": return try escape(start)
        default: return .scalar(scalar, ignoresCase: ignoresCase)
        }
    }
}

extension Node {
    /// Whether the part is a place between characters, which cannot be repeated.
    fileprivate var isPlace: Bool {
        if case .place = self { true } else { false }
    }
}
