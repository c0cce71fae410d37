import Foundation

/// Two spellings of a name that look alike are one name: Python compares names in Unicode's form NFKC.
enum NameNormalization {
    /// The name as Python compares it.
    static func normalized(_ name: String) -> String {
        name.unicodeScalars.allSatisfy(isStable)
            ? name : name.precomposedStringWithCompatibilityMapping
    }

    /// Whether a character is certain to stay what it is: ASCII, and the common Chinese characters.
    private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII || (0x4E00...0x9FFF).contains(scalar.value)
    }
}
