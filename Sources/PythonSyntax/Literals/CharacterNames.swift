/// The characters by their Unicode names, as `\N{…}` asks for them.
enum CharacterNames {
    /// The character with a name or an alias, in any case.
    static func scalar(named name: String) -> Unicode.Scalar? {
        let wanted = name.uppercased()
        return ideograph(named: wanted) ?? search(wanted)
    }

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
