/// Classes of code points as Python 3.11 has them, which knows Unicode 14.
enum ScalarClass {
    /// Whether Unicode 14 knows the code point: what came later is unassigned to Python 3.11.
    private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.age.map { $0.major <= 14 } ?? false
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029,
            0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }

    /// The ends of lines of `str.splitlines`.
    static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isASCIILetter }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return isKnown(scalar)
        default: return false
        }
    }

    /// The value of a decimal digit of any script; nil for any other code point.
    static func decimalValue(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isASCIIDigit ? Int(byte) - 48 : nil
        }
        guard scalar.properties.numericType == .decimal, isKnown(scalar) else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return decimalValue(scalar) != nil }
        let type = scalar.properties.numericType
        return (type == .decimal || type == .digit) && isKnown(scalar)
    }

    static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return decimalValue(scalar) != nil }
        return scalar.properties.numericType != nil && isKnown(scalar)
    }

    static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        isAlphabetic(scalar) || isNumeric(scalar)
    }

    static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isLowercase && isKnown(scalar)
    }

    static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUppercase && isKnown(scalar)
    }

    static func isTitlecase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .titlecaseLetter
    }

    static func isCased(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isASCIILetter }
        return !isCaseless(scalar) && scalar.properties.isCased && isKnown(scalar)
    }

    /// Whether the code point belongs to a large script without case, which is known without looking it up.
    private static func isCaseless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3000...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }

    static func isCaseIgnorable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isCaseIgnorable && isKnown(scalar)
    }

    /// Whether `repr` shows the code point as it is.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator, .spaceSeparator:
            return false
        default: return isKnown(scalar)
        }
    }

    static func beginsIdentifier(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isXIDStart && isKnown(scalar)
    }

    static func continuesIdentifier(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isXIDContinue && isKnown(scalar)
    }

    /// Whether the case mappings of the code point are known to Unicode 14.
    static func hasCaseMapping(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value).isASCIILetter }
        return !isCaseless(scalar) && scalar.properties.changesWhenCaseMapped && isKnown(scalar)
    }
}
