import Notebooks

/// The language of a note that does not say it.
enum NoteLanguage {
    /// A BCP 47 tag: the front matter's, or a guess from the letters of the prose.
    static func tag(of note: Notebook) -> String {
        if let written = note.frontMatter.language, isTag(written) { return written }
        var counts = Counts()
        NoteWalk.inlines(note.blocks) { inline, _ in
            if case .text(let text) = inline { counts.add(text) }
        }
        return counts.language
    }

    private static func isTag(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
            }
    }

    private struct Counts {
        private var latin = 0
        private var han = 0
        private var kana = 0
        private var hangul = 0

        mutating func add(_ text: String) {
            for scalar in text.unicodeScalars {
                switch scalar.value {
                case 0x41...0x5A, 0x61...0x7A: latin += 1
                case 0x3040...0x30FF: kana += 1
                case 0x3400...0x9FFF: han += 1
                case 0xAC00...0xD7AF: hangul += 1
                default: break
                }
            }
        }

        /// A Latin word has about five letters; a Chinese one about two characters, among many Latin terms.
        var language: String {
            if hangul * 5 > latin { return "ko" }
            if kana * 10 > han, kana * 5 > latin { return "ja" }
            return han * 6 > latin ? "zh-CN" : "en"
        }
    }
}
