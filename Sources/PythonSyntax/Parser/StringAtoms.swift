import Diagnostics

extension SyntaxReader {
    /// Adjacent string literals, joined.
    func strings() throws(ParseFailure) -> Expression {
        let start = position
        let opening = span
        while kind == .string { advance() }
        var joined = JoinedLiterals()
        for index in start..<position { try add(tokens[index].span, to: &joined) }
        return Expression(joined.value, span(from: opening))
    }

    private func add(
        _ literal: SourceSpan, to joined: inout JoinedLiterals
    ) throws(ParseFailure) {
        let (prefix, range) = StringPrefix.split(bytes, literal)
        if prefix.isBytes {
            let value = try byteValue(of: range, in: literal, isRaw: prefix.isRaw)
            guard joined.addBytes(value) else { throw mixed }
        } else if prefix.isFormatted {
            var formatted = FormattedStringReader(self, range, isRaw: prefix.isRaw)
            guard joined.addFormatted(try formatted.parts()) else { throw mixed }
        } else {
            guard joined.addText(try textValue(of: range, isRaw: prefix.isRaw)) else { throw mixed }
        }
    }

    private var mixed: ParseFailure {
        faultAtFurthest("cannot mix bytes and nonbytes literals")
    }

    private func textValue(of range: Range<Int>, isRaw: Bool) throws(ParseFailure) -> String {
        do {
            return try EscapeDecoder.text(bytes[range], isRaw: isRaw)
        } catch {
            throw faultAtFurthest(error.message)
        }
    }

    private func byteValue(
        of range: Range<Int>, in literal: SourceSpan, isRaw: Bool
    ) throws(ParseFailure) -> [UInt8] {
        guard bytes[range].allSatisfy({ $0 < 0x80 }) else {
            throw fault("bytes can only contain ASCII literal characters", at: literal)
        }
        do {
            return try EscapeDecoder.bytes(bytes[range], isRaw: isRaw)
        } catch {
            throw faultAtFurthest(error.message)
        }
    }

    /// The expression in a field of an f-string, read as if it stood in parentheses.
    func enclosedExpression(_ range: Range<Int>) throws(ParseFailure) -> Expression {
        let inner = SyntaxReader(bytes, TokenList(bytes, enclosed: range))
        inner.faultPrefix = "f-string: "
        inner.depth = depth
        inner.privatePrefix = privatePrefix
        do {
            return try inner.read { () throws(ParseFailure) in try inner.starExpressions() }
        } catch {
            var fault = error
            fault.field = fault.field ?? SourceSpan(range.lowerBound, range.upperBound)
            throw .fault(fault)
        }
    }
}

extension StringPrefix {
    /// The prefix of a string token, and the range of the characters between its quotes.
    static func split(_ bytes: [UInt8], _ token: SourceSpan) -> (StringPrefix, Range<Int>) {
        var start = token.start
        while bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "'") { start += 1 }
        let prefix = StringPrefix(bytes[token.start..<start]) ?? StringPrefix()
        let quote = bytes[start]
        let isTriple =
            token.end - start >= 6 && bytes[start + 1] == quote && bytes[start + 2] == quote
        let quotes = isTriple ? 3 : 1
        return (prefix, start + quotes..<token.end - quotes)
    }
}

/// The value of adjacent literals, as far as they have been read.
private struct JoinedLiterals {
    private var text = ""
    private var bytes: [UInt8]?
    /// The parts before `text`; nil as long as no literal was an f-string.
    private var parts: [FormattedPart]?
    private var isText = false

    /// What the literals stand for.
    var value: Expression.Kind {
        if let bytes { return .bytes(bytes) }
        guard let parts else { return .string(text) }
        return .formatted(text.isEmpty ? parts : parts + [.text(text)])
    }

    /// Adds bytes; false when the literals so far are text.
    mutating func addBytes(_ more: [UInt8]) -> Bool {
        guard !isText else { return false }
        bytes = (bytes ?? []) + more
        return true
    }

    /// Adds text; false when the literals so far are bytes.
    mutating func addText(_ more: String) -> Bool {
        guard bytes == nil else { return false }
        isText = true
        text += more
        return true
    }

    /// Adds the parts of an f-string; false when the literals so far are bytes.
    mutating func addFormatted(_ more: [FormattedPart]) -> Bool {
        guard addText("") else { return false }
        parts = parts ?? []
        for part in more {
            switch part {
            case .text(let piece): text += piece
            case .value:
                if !text.isEmpty { parts?.append(.text(text)) }
                text = ""
                parts?.append(part)
            }
        }
        return true
    }
}
