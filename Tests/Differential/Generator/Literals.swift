extension ProgramGenerator {
    /// A literal, or a call that makes a value of this kind.
    mutating func literal(_ kind: Kind, depth: Int = 1) -> String {
        switch kind {
        case .int: intLiteral()
        case .float: floatLiteral()
        case .complex: complexLiteral()
        case .bool: random.pick(["True", "False"])
        case .str: strLiteral()
        case .bytes: bytesLiteral()
        case .bytearray: "bytearray(\(bytesLiteral()))"
        case .list: "[" + elements(depth) + "]"
        case .tuple: tupleLiteral(depth)
        case .dict: dictLiteral(depth)
        case .set: setLiteral()
        case .frozenset: "frozenset(" + random.pick(["", setLiteral(), setLiteral()]) + ")"
        case .range: rangeLiteral()
        case .slice: "slice(" + sliceParts() + ")"
        case .none: random.pick(["None", "None", "...", "NotImplemented", "int", "str"])
        }
    }

    mutating func smallInt() -> String { String(random.below(12) - 4) }

    mutating func intLiteral() -> String {
        switch random.below(10) {
        case 0: String(random.below(2_000_000) - 1_000_000)
        case 1:
            random.pick([
                "2**63", "-2**63", "2**63-1", "2**62", "2**64", "10**18", "10**19", "-10**20",
                "2**31", "2**32-1", "255", "256", "1000", "0x10FFFF", "0xD800", "65", "97", "8364",
            ])
        case 2: String(Int.random(in: Int.min...Int.max, using: &random))
        case 3: hugeInt()
        default: smallInt()
        }
    }

    private mutating func hugeInt() -> String {
        let digits = (0..<(20 + random.below(25))).map { _ in String(random.below(10)) }.joined()
        return random.pick(["", "-"]) + "1" + digits
    }

    mutating func floatLiteral() -> String {
        switch random.below(8) {
        case 0:
            random.pick([
                "float('nan')", "float('inf')", "-float('inf')", "-0.0", "0.0", "1e308", "5e-324",
                "1e16", "1e15", "1e-5", "1e-4", "1e22", "1e23", "2.0**53", "0.1", "1e300", "-1e300",
                "123456789.0", "2.5", "3.5", "0.5", "1.5", "-2.5", "9007199254740993.0",
            ])
        case 1: "\(Double(random.below(2_000_000) - 1_000_000) / 1000)"
        case 2: "\(Double.random(in: -10...10, using: &random))"
        case 3: "\(random.below(100))e\(random.below(40) - 20)"
        default: "\(Double(random.below(40) - 20) / 4)"
        }
    }

    mutating func complexLiteral() -> String {
        switch random.below(4) {
        case 0: "complex(\(floatLiteral()), \(floatLiteral()))"
        case 1: "\(smallInt())j"
        default: "(\(smallInt())+\(Double(random.below(9)) / 2)j)"
        }
    }

    mutating func strText() -> String {
        let pieces = [
            "", "a", "b", "ab", "abc", "Hello", "World", " ", "  ", "x y z", "a,b,,c", "1", "12",
            "-3", "3.5", "1e5", "ß", "é", "日本", "İ", "ǆ", "😀", "\\n", "\\t", "\\r\\n", "'", "\\\\",
            "\\x00", "\\x7f", "\\x85", "\\u2028", "\\xa0", "A1b2", "_id", "if", "title Case", "ÀÉ",
            "ﬁ", "Σ", "ς", "٣", "²", "½", "{}", "{0}", "%d", "%s", "=", "0x1f", "1_000", "nan",
            "١٢",
            "\\x1c", "abcabc", "aaa", "  pad ", "+", "z", "Z", "0",
        ]
        var text = ""
        for _ in 0..<(1 + random.below(3)) { text += random.pick(pieces) }
        return text
    }

    mutating func strLiteral() -> String { "\"" + strText() + "\"" }

    mutating func bytesLiteral() -> String {
        let pieces = [
            "", "a", "b", "abc", "Hello", " ", "a,b,,c", "12", "-3", "\\x00", "\\xff", "\\n",
            "\\r\\n",
            "\\t", "A1b2", "aaa", "ab", "\\x80", "zz", "0f", "%d", "\\xc3\\xa9",
        ]
        var text = ""
        for _ in 0..<(1 + random.below(3)) { text += random.pick(pieces) }
        return "b\"" + text + "\""
    }

    /// Expressions between commas.
    private mutating func elements(_ depth: Int) -> String {
        let alike = random.pick(Kind.weighted)
        let isMixed = random.once(in: 3)
        return (0..<random.below(6)).map { _ in
            let text = expression(isMixed ? random.pick(Kind.weighted) : alike, depth: depth - 1)
            return random.once(in: 15) ? "*items(" + text + ")" : text
        }.joined(separator: ", ")
    }

    private mutating func tupleLiteral(_ depth: Int) -> String {
        let text = elements(depth)
        return text.isEmpty ? "()" : "(" + text + ",)"
    }

    private mutating func dictLiteral(_ depth: Int) -> String {
        let isText = random.once(in: 2)
        let entries = (0..<random.below(5)).map { _ in
            let key =
                isText ? strLiteral() : random.pick([intLiteral(), floatLiteral(), "True", "None"])
            if random.once(in: 20) { return "**{\(key): 1}" }
            return key + ": " + expression(random.pick(Kind.weighted), depth: depth - 1)
        }
        return "{" + entries.joined(separator: ", ") + "}"
    }

    /// Members whose hashes do not depend on the process.
    mutating func setLiteral() -> String {
        let members = (0..<random.below(6)).map { _ in
            switch random.below(5) {
            case 0: floatLiteral()
            case 1: intLiteral()
            case 2: "(\(smallInt()), \(smallInt()))"
            default: smallInt()
            }
        }
        return members.isEmpty ? "set()" : "{" + members.joined(separator: ", ") + "}"
    }

    private mutating func rangeLiteral() -> String {
        switch random.below(4) {
        case 0: "range(\(random.below(10)))"
        case 1: "range(\(smallInt()), \(smallInt()), \(smallInt()))"
        case 2: "range(\(intLiteral()), \(intLiteral()), \(intLiteral()))"
        default: "range(\(smallInt()), \(random.below(20)))"
        }
    }

    /// `1, None, -1`.
    private mutating func sliceParts() -> String {
        (0..<(1 + random.below(3))).map { _ in random.pick(["None", smallInt(), smallInt()]) }
            .joined(separator: ", ")
    }

    /// `1::-1`.
    mutating func sliceText() -> String {
        let ends = ["", smallInt(), smallInt(), "None"]
        var text = random.pick(ends) + ":" + random.pick(ends)
        if random.once(in: 2) { text += ":" + random.pick(ends) }
        return text
    }

    func parenthesized(_ text: String) -> String { "(" + text + ")" }
}
