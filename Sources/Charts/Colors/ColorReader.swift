/// Reads colours as matplotlib writes them: `'C0'`, `'tab:blue'`, `'r'`, `'#1f77b4'`, `'0.5'`, `'navy'`.
package enum ColorReader {
    /// The colours that series take in turn.
    package static let cycle: [Color] = ColorMap.listed("tab10") ?? [.black]

    private static let letters: [String: Color] = [
        "b": Color(0, 0, 255), "g": Color(0, 128, 0), "r": Color(255, 0, 0),
        "c": Color(0, 191, 191), "m": Color(191, 0, 191), "y": Color(191, 191, 0),
        "k": .black, "w": .white,
    ]

    private static let tableau = [
        "blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan",
    ]

    private static let named: [String: Color] = {
        var named: [String: Color] = [:]
        let words = NamedColorTable.names.split { $0 == " " || $0 == "\n" }.map(String.init)
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            named[words[index]] = hexadecimal(Substring(words[index + 1]))
        }
        return named
    }()

    /// The names that a mistyped one may have meant.
    package static var names: [String] {
        named.keys.sorted() + tableau.map { "tab:\($0)" } + letters.keys.sorted()
    }

    /// The colour of a text; nil where it names none. `none` is transparent.
    package static func color(_ text: String) -> Color? {
        if let color = letters[text] { return color }
        if text.lowercased() == "none" { return Color(0, 0, 0, alpha: 0) }
        if text.hasPrefix("#") { return hexadecimal(text.dropFirst()) }
        if text.hasPrefix("C"), let index = Int(text.dropFirst()), index >= 0 {
            return cycle[index % cycle.count]
        }
        if text.hasPrefix("tab:") {
            let name = text.dropFirst(4) == "grey" ? "gray" : String(text.dropFirst(4))
            return tableau.firstIndex(of: name).map { cycle[$0] }
        }
        if let grey = Double(text), (0...1).contains(grey) {
            return Color(red: grey, green: grey, blue: grey)
        }
        return named[text.lowercased()]
    }

    private static func hexadecimal(_ digits: Substring) -> Color? {
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        let isShort = digits.count == 3 || digits.count == 4
        let full = isShort ? digits.map { "\($0)\($0)" }.joined() : String(digits)
        guard full.count == 6 || full.count == 8, let value = UInt64(full, radix: 16) else {
            return nil
        }
        let rgba = full.count == 6 ? value << 8 | 0xFF : value
        func byte(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: rgba >> shift) }
        return Color(byte(24), byte(16), byte(8), alpha: Double(byte(0)) / 255)
    }
}
