/// How wide letters are: between Helvetica's and DejaVu Sans's, since the page chooses the font.
enum CharacterWidths {
    /// Widths of the characters from blank to `~` in thousandths of the font size.
    private static let latin: [UInt16] = [
        298, 340, 408, 697, 596, 920, 724, 233, 362, 362, 445, 711, 298, 347, 298, 308, 596, 596,
        596, 596, 596, 596, 596, 596, 596, 596, 308, 308, 711, 711, 711, 544, 1008, 676, 677, 710,
        746, 650, 593, 777, 737, 287, 398, 662, 557, 848, 735, 783, 635, 783, 709, 651, 611, 727,
        676, 967, 676, 639, 648, 334, 308, 334, 654, 528, 417, 585, 596, 525, 596, 586, 315, 596,
        595, 250, 250, 540, 250, 904, 595, 584, 596, 596, 372, 511, 335, 595, 546, 770, 546, 546,
        513, 485, 299, 485, 711,
    ]

    /// The width of a text of font size 1.
    static func width(of text: some StringProtocol) -> Double {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x20...0x7E: return Double(latin[Int(scalar.value) - 0x20]) / 1000
        case 0x2212: return 0.71
        case 0x300...0x36F, 0x200B...0x200F: return 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 1
        default: return 0.6
        }
    }
}
