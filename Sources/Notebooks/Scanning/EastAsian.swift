/// What Chinese and Japanese text needs to know about a character.
extension Unicode.Scalar {
    /// Whether the scalar is written in CJK text: Han, kana, Hangul, full-width forms and
    /// punctuation.
    var isCJK: Bool {
        switch value {
        case 0x2E80...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFFEF, 0x1B000...0x1B16F, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
            true
        default: isHangul
        }
    }

    /// Whether the scalar is Korean, whose words are parted by spaces.
    var isHangul: Bool {
        switch value {
        case 0x1100...0x11FF, 0x3130...0x318F, 0x3200...0x321E, 0x3260...0x327E, 0xA960...0xA97F,
            0xAC00...0xD7FF, 0xFFA0...0xFFDC:
            true
        default: false
        }
    }

    /// Whether CommonMark counts the scalar as punctuation.
    var isPunctuation: Bool {
        if value < 0x80 { return UInt8(value).isPunctuation }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    /// Whether CommonMark counts the scalar as whitespace.
    var isMarkdownSpace: Bool {
        value == 0x20 || (9...13).contains(value)
            || value >= 0x80 && properties.generalCategory == .spaceSeparator
    }

    /// Quotation marks, dashes and dots that Chinese shares with other languages.
    var isSharedPunctuation: Bool {
        switch value {
        case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0xB7: true
        default: false
        }
    }
}
