import PythonSyntax

extension PatternParser {
    /// What follows a backslash outside of `[…]`.
    mutating func escape(_ start: Int) throws -> Node {
        guard let next = current else { throw error("bad escape (end of pattern)", at: start) }
        position += 1
        if let characters = characterClass(next) {
            return .set(CharacterSet(classes: [characters]))
        }
        switch next {
        case "A": return .place(.textStart)
        case "Z": return .place(.textEnd)
        case "b": return .place(.wordEdge(ascii: ascii))
        case "B": return .place(.noWordEdge(ascii: ascii))
        case "0": return scalar(octal(startingAt: 0, atMost: 2))
        case "1"..."9":
            position -= 1
            return try numbered(start)
        default:
            position -= 1
            return .scalar(try character(start), ignoresCase: ignoresCase)
        }
    }

    private func scalar(_ value: UInt32) -> Node {
        .scalar(Unicode.Scalar(codePoint: value), ignoresCase: ignoresCase)
    }

    /// `\1` refers to a group, `\123` is a character.
    private mutating func numbered(_ start: Int) throws -> Node {
        func octalDigit(_ offset: Int) -> UInt32? {
            peek(offset).flatMap { $0.value >= 48 && $0.value <= 55 ? $0.value - 48 : nil }
        }
        if let a = octalDigit(0), let b = octalDigit(1), let c = octalDigit(2) {
            position += 3
            let value = a * 64 + b * 8 + c
            guard value <= 0o377 else {
                throw error("octal escape value \\\(a)\(b)\(c) outside of range 0-0o377", at: start)
            }
            return scalar(value)
        }
        var number = 0
        for _ in 0..<2 {
            guard let digit = current, digit.value >= 48, digit.value <= 57 else { break }
            number = number * 10 + Int(digit.value - 48)
            position += 1
        }
        return try reference(number, at: start + 1)
    }

    private mutating func octal(startingAt value: UInt32, atMost count: Int) -> UInt32 {
        var value = value
        for _ in 0..<count {
            guard let digit = current, digit.value >= 48, digit.value <= 55 else { break }
            value = value * 8 + digit.value - 48
            position += 1
        }
        return value
    }

    private func characterClass(_ letter: Unicode.Scalar) -> CharacterClass? {
        switch letter {
        case "d": CharacterClass(kind: .digit, isNegated: false, ascii: ascii)
        case "D": CharacterClass(kind: .digit, isNegated: true, ascii: ascii)
        case "s": CharacterClass(kind: .space, isNegated: false, ascii: ascii)
        case "S": CharacterClass(kind: .space, isNegated: true, ascii: ascii)
        case "w": CharacterClass(kind: .word, isNegated: false, ascii: ascii)
        case "W": CharacterClass(kind: .word, isNegated: true, ascii: ascii)
        default: nil
        }
    }

    /// A character behind a backslash that is at `start`.
    private mutating func character(_ start: Int) throws -> Unicode.Scalar {
        guard let letter = current else { throw error("bad escape (end of pattern)", at: start) }
        position += 1
        switch letter {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "f": return "\u{c}"
        case "v": return "\u{b}"
        case "a": return "\u{7}"
        case "x": return try hexadecimal(2, start)
        case "u": return try hexadecimal(4, start)
        case "U": return try hexadecimal(8, start)
        case "N" where !isBytes: return try named(start)
        default:
            let isLetter = (65...90).contains(letter.value) || (97...122).contains(letter.value)
            let isDigit = (48...57).contains(letter.value)
            if isLetter || isDigit { throw error("bad escape \\\(Character(letter))", at: start) }
            return letter
        }
    }

    /// `\N{GREEK SMALL LETTER ALPHA}`.
    private mutating func named(_ start: Int) throws -> Unicode.Scalar {
        guard take("{") else { throw error("missing {", at: position) }
        let first = position
        var name = ""
        while let letter = current, letter != "}" {
            name.unicodeScalars.append(letter)
            position += 1
        }
        guard !name.isEmpty else { throw error("missing character name", at: first) }
        guard take("}") else { throw error("missing }, unterminated name", at: first) }
        guard let scalar = CharacterNames.scalar(named: name) else {
            throw error("undefined character name '\(name)'", at: start)
        }
        return scalar
    }

    private mutating func hexadecimal(_ count: Int, _ start: Int) throws -> Unicode.Scalar {
        var text = ""
        while text.unicodeScalars.count < count, let digit = current,
            digit.properties.isASCIIHexDigit
        {
            text.unicodeScalars.append(digit)
            position += 1
        }
        guard text.unicodeScalars.count == count, let value = UInt32(text, radix: 16),
            value < 0x110000
        else {
            let letter = Character(source[start + 1])
            throw error("incomplete escape \\\(letter)\(text)", at: start)
        }
        return Unicode.Scalar(codePoint: value)
    }

    // MARK: Sets

    /// What follows an opening bracket.
    mutating func set(_ start: Int) throws -> Node {
        var set = CharacterSet(ignoresCase: ignoresCase)
        set.isNegated = take("^")
        var isFirst = true
        while true {
            guard let next = current else { throw error("unterminated character set", at: start) }
            if next == "]", !isFirst {
                position += 1
                return .set(set)
            }
            isFirst = false
            let place = position
            let low = try setItem()
            guard current == "-", peek(1) != "]" else {
                set.insert(low)
                continue
            }
            position += 1
            guard current != nil else { throw error("unterminated character set", at: start) }
            let high = try setItem()
            guard case .scalar(let first) = low, case .scalar(let last) = high,
                first.value <= last.value
            else {
                let text = String(String.UnicodeScalarView(source[place..<position]))
                throw error("bad character range \(text)", at: place)
            }
            set.ranges.append(first.value...last.value)
        }
    }

    /// One end of a range, or a class of characters.
    enum SetItem {
        case scalar(Unicode.Scalar)
        case characters(CharacterClass)
    }

    private mutating func setItem() throws -> SetItem {
        let start = position
        guard let next = current else { throw error("unterminated character set", at: start) }
        position += 1
        guard next == "\\" else { return .scalar(next) }
        guard let letter = current else { throw error("bad escape (end of pattern)", at: start) }
        if let characters = characterClass(letter) {
            position += 1
            return .characters(characters)
        }
        if letter == "b" {
            position += 1
            return .scalar("\u{8}")
        }
        if letter.value >= 48, letter.value <= 55 {
            return .scalar(Unicode.Scalar(octal(startingAt: 0, atMost: 3)) ?? "\u{fffd}")
        }
        return .scalar(try character(start))
    }
}

extension CharacterSet {
    fileprivate mutating func insert(_ item: PatternParser.SetItem) {
        switch item {
        case .scalar(let scalar): scalars.insert(scalar)
        case .characters(let characters): classes.append(characters)
        }
    }
}
