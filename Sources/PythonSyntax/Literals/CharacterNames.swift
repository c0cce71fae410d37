/// The characters by their Unicode names, as `\N{…}` asks for them.
package enum CharacterNames {
    /// The character with a name or an alias, in any case.
    package static func scalar(named name: String) -> Unicode.Scalar? {
        let wanted = name.uppercased()
        return aliases[wanted].flatMap(Unicode.Scalar.init) ?? ideograph(named: wanted)
            ?? search(wanted)
    }

    /// Other names of characters, most of which have no proper one.
    private static let aliases: [String: UInt32] = [
        "NULL": 0x00, "ALERT": 0x07, "BACKSPACE": 0x08, "CHARACTER TABULATION": 0x09,
        "HORIZONTAL TABULATION": 0x09, "TAB": 0x09, "LINE FEED": 0x0A, "NEW LINE": 0x0A,
        "END OF LINE": 0x0A, "LF": 0x0A, "LINE TABULATION": 0x0B, "FORM FEED": 0x0C,
        "CARRIAGE RETURN": 0x0D, "CR": 0x0D, "ESCAPE": 0x1B, "ESC": 0x1B,
        "DELETE":
            0x7F, "NEXT LINE": 0x85, "NBSP": 0xA0, "SHY": 0xAD, "ZWSP": 0x200B,
        "ZWNJ":
            0x200C, "ZWJ": 0x200D, "LRM": 0x200E, "RLM": 0x200F, "WJ": 0x2060,
        "BOM":
            0xFEFF, "BYTE ORDER MARK": 0xFEFF,
    ]

    private static func ideograph(named name: String) -> Unicode.Scalar? {
        let prefix = "CJK UNIFIED IDEOGRAPH-"
        guard name.hasPrefix(prefix), let code = UInt32(name.dropFirst(prefix.count), radix: 16),
            let scalar = Unicode.Scalar(code), scalar.properties.isUnifiedIdeograph
        else { return nil }
        return scalar
    }

    /// Looks at every character that has a name; the private planes at the end have none.
    private static func search(_ name: String) -> Unicode.Scalar? {
        for code in UInt32(0)...0xE_01EF {
            guard let scalar = Unicode.Scalar(code) else { continue }
            if scalar.properties.name == name || scalar.properties.nameAlias == name {
                return scalar
            }
        }
        return nil
    }
}
