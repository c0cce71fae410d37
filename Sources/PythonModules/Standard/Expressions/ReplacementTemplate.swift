import PythonRuntime
import PythonSyntax

/// A text that `sub` puts in the place of a match, with references to groups.
struct ReplacementTemplate {
    private enum Part {
        case scalars([Unicode.Scalar])
        case group(Int)
    }

    private var parts: [Part] = []

    init(_ template: Value, _ regex: RegexObject, in python: Interpreter) throws {
        guard template.text != nil || template.bytesLike != nil else {
            // What was compiled is looked up first.
            _ = try python.hash(template)
            throw python.typeError(
                "decoding to str: need a bytes-like object, \(python.typeName(template)) found")
        }
        let subject = try RegexSubject(template, isBytes: regex.isBytes, in: python)
        do {
            var reader = Reader(source: subject.scalars, pattern: regex.pattern)
            parts = try reader.parts()
        } catch let failure as PatternError {
            if failure.message.hasPrefix("unknown group name") {
                throw python.error("IndexError", failure.message)
            }
            throw ExpressionTypes.of(python).error(
                failure, String(String.UnicodeScalarView(subject.scalars)), template, in: python)
        }
    }

    /// The template with a match's groups; a group that took no part is empty.
    func text(for match: MatchObject) -> [Unicode.Scalar] {
        parts.flatMap { part -> [Unicode.Scalar] in
            switch part {
            case .scalars(let scalars): scalars
            case .group(let number):
                match.range(number).map { Array(match.subject.scalars[$0]) } ?? []
            }
        }
    }

    private struct Reader {
        let source: [Unicode.Scalar]
        let pattern: Pattern
        var position = 0

        mutating func parts() throws -> [Part] {
            var parts: [Part] = []
            var plain: [Unicode.Scalar] = []
            while position < source.count {
                let scalar = source[position]
                position += 1
                guard scalar == "\\" else {
                    plain.append(scalar)
                    continue
                }
                if let group = try escape(&plain) {
                    parts.append(.scalars(plain))
                    plain = []
                    parts.append(.group(group))
                }
            }
            parts.append(.scalars(plain))
            return parts
        }

        /// What follows a backslash: a group, or characters that are appended.
        private mutating func escape(_ plain: inout [Unicode.Scalar]) throws -> Int? {
            let start = position - 1
            guard position < source.count else {
                throw PatternError(message: "bad escape (end of pattern)", position: start)
            }
            let letter = source[position]
            position += 1
            switch letter {
            case "g": return try named(start)
            case "0"..."9":
                position -= 1
                return try numbered(start, &plain)
            case "n": plain.append("\n")
            case "t": plain.append("\t")
            case "r": plain.append("\r")
            case "f": plain.append("\u{c}")
            case "v": plain.append("\u{b}")
            case "a": plain.append("\u{7}")
            case "b": plain.append("\u{8}")
            case "\\": plain.append("\\")
            default:
                if letter.properties.isAlphabetic, letter.isASCII {
                    throw PatternError(
                        message: "bad escape \\\(Character(letter))", position: start)
                }
                plain += ["\\", letter]
            }
            return nil
        }

        private mutating func named(_ start: Int) throws -> Int {
            guard position < source.count, source[position] == "<" else {
                throw PatternError(message: "missing <", position: position)
            }
            let first = position + 1
            guard let end = source[first...].firstIndex(of: ">") else {
                let message =
                    first == source.count
                    ? "missing group name" : "missing >, unterminated name"
                throw PatternError(message: message, position: first)
            }
            position = end + 1
            let name = String(String.UnicodeScalarView(source[first..<end]))
            if name.isEmpty { throw PatternError(message: "missing group name", position: first) }
            if let number = Int(name) { return try check(number, at: first) }
            if let number = pattern.number(of: name) { return number }
            throw PatternError(message: "unknown group name '\(name)'", position: first)
        }

        private func check(_ number: Int, at place: Int) throws -> Int {
            guard number >= 0, number <= pattern.groupCount else {
                throw PatternError(
                    message: "invalid group reference \(number)", position: place)
            }
            return number
        }

        /// `\1` is a group, `\0` and three octal digits are a character.
        private mutating func numbered(_ start: Int, _ plain: inout [Unicode.Scalar]) throws -> Int?
        {
            let digits = source[position...].prefix(3).prefix { $0.value >= 48 && $0.value <= 57 }
                .map { Int($0.value - 48) }
            let isOctal = digits.count == 3 && digits.allSatisfy { $0 < 8 }
            if digits[0] == 0 || isOctal {
                let octal = digits.prefix { $0 < 8 }
                position += octal.count
                let value = octal.reduce(0) { $0 * 8 + $1 }
                plain.append(Unicode.Scalar(codePoint: UInt32(value)))
                return nil
            }
            let used = digits.prefix(2)
            position += used.count
            return try check(used.reduce(0) { $0 * 10 + $1 }, at: start + 1)
        }
    }
}
