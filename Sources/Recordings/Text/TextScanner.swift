/// Cuts printed text into tokens. Blanks and line ends part tokens and count for nothing else: the width of a
/// printed array follows from its numbers.
struct TextScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 0
    private var tokens: [PlacedToken] = []

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    static func tokens(of text: String) -> [PlacedToken] {
        var scanner = TextScanner(text)
        while scanner.position < scanner.scalars.count { scanner.scan() }
        return scanner.tokens
    }

    private mutating func scan() {
        let scalar = scalars[position]
        if scalar == "\n" {
            line += 1
            position += 1
        } else if scalar.properties.isWhitespace {
            position += 1
        } else if let end = addressEnd() {
            add(.address(text(to: end)), end: end)
        } else if let end = NumberScanner.end(in: scalars, at: position, after: previous) {
            addNumber(end: end)
        } else if isWord(scalar) {
            let end = wordEnd(position)
            add(.text(text(to: end)), end: end)
        } else if let end = progressEnd() {
            add(.progress, end: end)
        } else if text(to: position + 3) == "..." {
            add(.ellipsis, end: position + 3)
        } else {
            add(.text(String(Character(scalar))), end: position + 1)
        }
    }

    private mutating func add(_ token: TextToken, end: Int) {
        tokens.append(PlacedToken(token: token, line: line))
        position = end
    }

    private mutating func addNumber(end: Int) {
        if let end = durationEnd(behind: end) {
            add(.duration, end: end)
            return
        }
        let text = text(to: end)
        let isReal = text.contains { ".eE".contains($0) }
        add(isReal ? .real(text, Double(text) ?? .nan) : .integer(text), end: end)
    }

    // MARK: Ends

    private var previous: Unicode.Scalar? { position > 0 ? scalars[position - 1] : nil }

    private func text(to end: Int) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[position..<min(end, scalars.count)])
        return text
    }

    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private func wordEnd(_ start: Int) -> Int {
        scalars[start...].firstIndex { !isWord($0) } ?? scalars.count
    }

    /// Six digits at least: shorter ones are numbers that a note is about.
    private func addressEnd() -> Int? {
        guard text(to: position + 2) == "0x" else { return nil }
        let end = scalars[(position + 2)...].firstIndex { !$0.properties.isASCIIHexDigit }
        return (end ?? scalars.count) - position >= 8 ? end ?? scalars.count : nil
    }

    /// A bar in brackets, `[=====>....]`.
    private func progressEnd() -> Int? {
        guard scalars[position] == "[" else { return nil }
        let end = scalars[(position + 1)...].firstIndex { !"=>.".unicodeScalars.contains($0) }
        guard let end, scalars[end] == "]", end - position > 8 else { return nil }
        return end + 1
    }

    /// Where a number that ends here, with a unit of time behind it, ends with it.
    private func durationEnd(behind end: Int) -> Int? {
        let isApart = end < scalars.count && scalars[end] == " "
        let start = isApart ? end + 1 : end
        let unitEnd = start < scalars.count ? wordEnd(start) : start
        var unit = ""
        unit.unicodeScalars.append(contentsOf: scalars[min(start, unitEnd)..<unitEnd])
        guard Self.units.contains(unit) else { return nil }
        for rate in ["/step", "/epoch", "/sample"] {
            let scalarCount = rate.unicodeScalars.count
            if scalars[unitEnd...].prefix(scalarCount).elementsEqual(rate.unicodeScalars) {
                return unitEnd + scalarCount
            }
        }
        return unitEnd
    }

    private static let units: Set<String> = [
        "s", "ms", "us", "µs", "μs", "ns", "sec", "secs", "second", "seconds", "秒", "毫秒",
    ]
}
