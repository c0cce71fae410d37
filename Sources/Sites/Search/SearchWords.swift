/// Cuts text into what a search looks up: words of letters and digits, and pairs of Chinese characters.
///
/// A run of Chinese, Japanese or Korean characters gives every two neighbours and its last character, so that any part of
/// it, one character included, is the beginning of some entry. `search.js` cuts what is searched for in the same way.
enum SearchWords {
    static func words(of text: String) -> Set<String> {
        var words: Set<String> = []
        var latin = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        func endLatin() {
            // One letter alone is a symbol of some formula.
            if latin.count > 1 { words.insert(String(latin)) }
            latin.removeAll()
        }
        func endHan() {
            if let last { words.insert(String(last)) }
            last = nil
        }
        for scalar in text.lowercased().unicodeScalars {
            if EastAsian.isIdeograph(scalar) {
                endLatin()
                if let last { words.insert("\(last)\(scalar)") }
                last = scalar
            } else {
                endHan()
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    latin.append(scalar)
                } else {
                    endLatin()
                }
            }
        }
        endLatin()
        endHan()
        return words
    }

    private enum EastAsian {
        /// The characters that are written without spaces between words.
        static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
                0xF900...0xFAFF, 0x20000...0x323AF:
                true
            default: false
            }
        }
    }
}
