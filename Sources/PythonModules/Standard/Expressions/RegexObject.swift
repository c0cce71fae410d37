import PythonRuntime

/// A compiled regular expression: `re.Pattern`.
package final class RegexObject: Object, FromPython {
    /// The expression as it was written: a text or bytes.
    let source: Value
    let pattern: Pattern
    let program: Program

    init(_ source: Value, _ pattern: Pattern, type: TypeObject) {
        self.source = source
        self.pattern = pattern
        program = Program(pattern)
        super.init(type: type)
    }

    package static func from(_ value: Value, in python: Interpreter) throws -> RegexObject {
        try python.receiver(value, "re.Pattern")
    }

    var isBytes: Bool { source.object is BytesObject }

    /// A search over a value that fits the expression: text for text, bytes for bytes.
    func search(_ value: Value, from start: Int = 0, to end: Int? = nil, in python: Interpreter)
        throws -> RegexSearch
    {
        let subject = try RegexSubject(value, isBytes: isBytes, in: python)
        return RegexSearch(self, subject, from: start, to: end ?? .max, in: python)
    }
}

/// What is searched, as the matcher sees it.
struct RegexSubject {
    let value: Value
    let scalars: [Unicode.Scalar]
    private let isBytes: Bool

    init(_ value: Value, isBytes: Bool, in python: Interpreter) throws {
        self.value = value
        self.isBytes = isBytes
        if let text = value.text {
            guard !isBytes else {
                throw python.typeError("cannot use a bytes pattern on a string-like object")
            }
            scalars = Array(text.unicodeScalars)
        } else if let bytes = value.bytesLike {
            guard isBytes else {
                throw python.typeError("cannot use a string pattern on a bytes-like object")
            }
            scalars = bytes.map { Unicode.Scalar($0) }
        } else {
            throw python.typeError(
                "expected string or bytes-like object, got '\(python.typeName(value))'")
        }
    }

    /// A part of the subject, of its own kind.
    func part(_ range: Range<Int>, in python: Interpreter) -> Value {
        RegexSubject.value(scalars[range], isBytes: isBytes, in: python)
    }

    static func value(
        _ scalars: some Sequence<Unicode.Scalar>, isBytes: Bool, in python: Interpreter
    ) -> Value {
        if isBytes {
            let bytes = scalars.map { UInt8(truncatingIfNeeded: $0.value) }
            return .object(BytesObject(bytes, in: python))
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return .string(String(view), in: python)
    }
}

/// The matches of an expression in a subject, one after another.
final class RegexSearch {
    let regex: RegexObject
    let subject: RegexSubject
    let start: Int
    let end: Int
    private var matcher: Matcher
    private var position: Int
    private var mustAdvance = false
    private let python: Interpreter

    init(
        _ regex: RegexObject, _ subject: RegexSubject, from start: Int, to end: Int,
        in python: Interpreter
    ) {
        self.regex = regex
        self.subject = subject
        self.python = python
        self.end = min(max(end, 0), subject.scalars.count)
        self.start = min(max(start, 0), subject.scalars.count)
        position = self.start
        matcher = Matcher(regex.program, subject.scalars, to: self.end) { [unowned python] in
            try python.checkInterrupt()
        }
    }

    /// The match at the beginning.
    func match(_ condition: Matcher.Condition) throws -> MatchObject? {
        guard start <= end, try matcher.match(at: start, condition) else { return nil }
        return made()
    }

    /// The next match; an empty one is followed by one that is not, or by a later one.
    func next() throws -> MatchObject? {
        guard position <= end, try matcher.search(from: position, advancing: mustAdvance) else {
            position = end + 1
            return nil
        }
        position = matcher.places[1]
        mustAdvance = matcher.places[0] == matcher.places[1]
        return made()
    }

    private func made() -> MatchObject {
        MatchObject(
            regex, subject, matcher.places, from: start, to: end,
            type: ExpressionTypes.of(python).match)
    }
}

/// `re.Match`.
package final class MatchObject: Object, FromPython {
    let regex: RegexObject
    let subject: RegexSubject
    /// Where each group begins and ends, -1 where it took no part, and the number of the group that ended last.
    let places: [Int]
    let start: Int
    let end: Int

    init(
        _ regex: RegexObject, _ subject: RegexSubject, _ places: [Int], from start: Int,
        to end: Int, type: TypeObject
    ) {
        self.regex = regex
        self.subject = subject
        self.places = places
        self.start = start
        self.end = end
        super.init(type: type)
    }

    package static func from(_ value: Value, in python: Interpreter) throws -> MatchObject {
        try python.receiver(value, "re.Match")
    }

    /// Where a group matched; nil where it took no part.
    func range(_ group: Int) -> Range<Int>? {
        let (first, last) = (places[2 * group], places[2 * group + 1])
        return first >= 0 && last >= first ? first..<last : nil
    }

    /// The range of the whole match.
    var range: Range<Int> { places[0]..<places[1] }

    /// The group that ended last; nil where none took part.
    var lastGroup: Int? {
        let last = places[places.count - 1]
        return last > 0 ? last : nil
    }

    func group(_ number: Int, in python: Interpreter) -> Value? {
        range(number).map { subject.part($0, in: python) }
    }

    /// The number of a group that Python names by number or name.
    func number(_ key: Value, in python: Interpreter) throws -> Int {
        if let name = key.text, let number = regex.pattern.number(of: name) { return number }
        if let number = key.integer, number >= 0, number <= regex.pattern.groupCount {
            return number
        }
        throw python.error("IndexError", "no such group")
    }
}
