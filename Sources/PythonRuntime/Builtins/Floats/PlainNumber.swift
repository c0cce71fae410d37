/// A number's text of the kind that files are full of: digits, perhaps a sign and a point, nothing else, and
/// so few digits that reading them is exact.
struct PlainNumber {
    private var digits: UInt64 = 0
    private var decimals: Int?
    private var isNegative = false

    /// Nil for any other text.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var place = 0
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            place = 1
        }
        let count = text.count - place
        // Fifteen digits are below 2⁵³, and so are the powers of ten up to the 22nd.
        guard count > 0, count <= 16 else { return nil }
        var digitCount = 0
        while place < text.count {
            let byte = text[place]
            if byte.isASCIIDigit {
                digits = digits * 10 + UInt64(byte - 48)
                digitCount += 1
                decimals = decimals.map { $0 + 1 }
            } else {
                guard byte == UInt8(ascii: "."), decimals == nil else { return nil }
                decimals = 0
            }
            place += 1
        }
        guard digitCount > 0, digitCount <= 15 else { return nil }
    }

    var integer: Int? {
        guard decimals == nil else { return nil }
        return isNegative ? -Int(digits) : Int(digits)
    }

    /// A quotient of two exact numbers is rounded once.
    var float: Double {
        let magnitude = Double(digits) / Self.powersOfTen[decimals ?? 0]
        return isNegative ? -magnitude : magnitude
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
