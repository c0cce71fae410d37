extension PatternParser {
    /// What follows an opening parenthesis.
    mutating func group(_ start: Int) throws -> Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error("too many nested groups", at: start) }
        guard take("?") else { return try capturing(nil, start) }
        guard let mark = current else { throw error("unexpected end of pattern", at: position) }
        position += 1
        switch mark {
        case ":": return try closed(start)
        case ">": return .atomic(try closed(start))
        case "=": return .look(try closed(start), ahead: true, negative: false)
        case "!": return .look(try closed(start), ahead: true, negative: true)
        case "#": return try comment(start)
        case "P": return try named(start)
        case "<": return try behind(start)
        case "(": return try conditional(start)
        default:
            position -= 1
            return try flagGroup(start)
        }
    }

    private mutating func closed(_ start: Int) throws -> Node {
        let outer = flags
        defer { flags = outer }
        let inner = try alternatives()
        guard take(")") else {
            throw error("missing ), unterminated subpattern", at: start)
        }
        return inner
    }

    private mutating func capturing(_ name: String?, _ start: Int) throws -> Node {
        groupCount += 1
        let number = groupCount
        if let name { groupNames.append((name, number)) }
        openGroups.insert(number)
        let inner = try closed(start)
        openGroups.remove(number)
        return .group(inner, number: number)
    }

    private mutating func comment(_ start: Int) throws -> Node {
        while let next = current {
            position += 1
            if next == ")" { return .empty }
        }
        throw error("missing ), unterminated comment", at: start)
    }

    private mutating func behind(_ start: Int) throws -> Node {
        guard let mark = current else { throw error("unexpected end of pattern", at: position) }
        position += 1
        guard mark == "=" || mark == "!" else {
            throw error("unknown extension ?<\(Character(mark))", at: start + 1)
        }
        let inner = try closed(start)
        guard inner.fixedWidth != nil else {
            throw PatternError(message: "look-behind requires fixed-width pattern", position: nil)
        }
        return .look(inner, ahead: false, negative: mark == "!")
    }

    // MARK: Names

    private mutating func named(_ start: Int) throws -> Node {
        if take("<") {
            let place = position
            let name = try name(until: ">", "group name")
            try check(name, at: place)
            if let known = groupNames.first(where: { $0.name == name }) {
                throw error(
                    "redefinition of group name '\(name)' as group \(groupCount + 1); was group \(known.number)",
                    at: place)
            }
            return try capturing(name, start)
        }
        if take("=") {
            let place = position
            let name = try name(until: ")", "group name")
            try check(name, at: place)
            guard let known = groupNames.first(where: { $0.name == name }) else {
                throw error("unknown group name '\(name)'", at: place)
            }
            return try reference(known.number, at: place)
        }
        guard let next = current else { throw error("unexpected end of pattern", at: position) }
        throw error("unknown extension ?P\(Character(next))", at: start + 1)
    }

    mutating func name(until end: Unicode.Scalar, _ what: String) throws -> String {
        let start = position
        var name = ""
        while let next = current, next != end {
            name.unicodeScalars.append(next)
            position += 1
        }
        guard position < source.count else {
            if name.isEmpty { throw error("missing \(what)", at: start) }
            throw error("missing \(end), unterminated name", at: start)
        }
        position += 1
        if name.isEmpty { throw error("missing \(what)", at: start) }
        return name
    }

    private func check(_ name: String, at place: Int) throws {
        let scalars = Array(name.unicodeScalars)
        let isIdentifier =
            CharacterClass.isWord(scalars[0], ascii: false)
            && scalars.allSatisfy { CharacterClass.isWord($0, ascii: false) }
            && !(scalars[0].value >= 48 && scalars[0].value <= 57)
        if !isIdentifier {
            throw error("bad character in group name '\(name)'", at: place)
        }
    }

    func reference(_ number: Int, at place: Int) throws -> Node {
        guard number <= groupCount else {
            throw error("invalid group reference \(number)", at: place)
        }
        guard !openGroups.contains(number) else {
            throw error("cannot refer to an open group", at: place)
        }
        return .reference(number, ignoresCase: ignoresCase)
    }

    private mutating func conditional(_ start: Int) throws -> Node {
        let place = position
        let name = try name(until: ")", "group name")
        let number: Int
        if let known = groupNames.first(where: { $0.name == name }) {
            number = known.number
        } else if let given = Int(name) {
            if given == 0 { throw error("bad group number", at: place) }
            number = given
        } else {
            try check(name, at: place)
            throw error("unknown group name '\(name)'", at: place)
        }
        let inner = try closed(start)
        guard case .alternatives(let branches) = inner else {
            return .conditional(group: number, then: inner, otherwise: .empty)
        }
        guard branches.count == 2 else {
            throw error("conditional backref with more than two branches", at: position - 1)
        }
        return .conditional(group: number, then: branches[0], otherwise: branches[1])
    }

    // MARK: Flags

    /// `(?i)` for all of the expression, `(?i:…)` for a part.
    private mutating func flagGroup(_ start: Int) throws -> Node {
        var (on, off): (PatternFlags, PatternFlags) = ([], [])
        var turnsOff = false
        while let next = current {
            position += 1
            if let flag = PatternFlags(letter: next) {
                if turnsOff { off.insert(flag) } else { on.insert(flag) }
                continue
            }
            switch next {
            case "-" where !turnsOff: turnsOff = true
            case ")" where !turnsOff:
                guard start == 0 else {
                    throw error(
                        "global flags not at the start of the expression", at: start)
                }
                globalFlags.formUnion(on)
                flags.formUnion(on)
                return .empty
            case ":":
                let outer = flags
                defer { flags = outer }
                if on.contains(.ascii) { flags.remove(.unicode) }
                if on.contains(.unicode) { flags.remove(.ascii) }
                flags = flags.union(on).subtracting(off)
                return try closed(start)
            default:
                let isFirst = on.isEmpty && !turnsOff
                throw error(
                    isFirst ? "unknown extension ?\(Character(next))" : "unknown flag",
                    at: isFirst ? start + 1 : position - 1)
            }
        }
        throw error("missing -, : or )", at: position)
    }
}

extension Node {
    /// How many characters the part always takes; nil where that varies.
    var fixedWidth: Int? {
        switch self {
        case .empty, .look, .place: 0
        case .scalar, .any, .set: 1
        case .sequence(let parts):
            parts.reduce(Optional(0)) { total, part in
                guard let total, let width = part.fixedWidth else { return nil }
                return total + width
            }
        case .alternatives(let parts): Self.same(parts.map(\.fixedWidth))
        case .group(let inner, _), .atomic(let inner): inner.fixedWidth
        case .repetition(let inner, let counts):
            counts.least == counts.most ? inner.fixedWidth.map { $0 * counts.least } : nil
        case .reference: nil
        case .conditional(_, let then, let otherwise):
            Self.same([then.fixedWidth, otherwise.fixedWidth])
        }
    }

    private static func same(_ widths: [Int?]) -> Int? {
        guard let first = widths.first, let width = first, widths.allSatisfy({ $0 == width }) else {
            return nil
        }
        return width
    }
}
