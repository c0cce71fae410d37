/// Upper, lower and title case of whole texts, with Unicode's special cases.
enum CaseMapping {
    static func upper(_ text: String) -> String {
        map(text, ascii: { $0.uppercased }) { $0.properties.uppercaseMapping }
    }

    static func lower(_ text: String) -> String {
        if let result = mapASCII(text, { $0.lowercased }) { return result }
        return contextual(text) { context, index in context.lower(index) }
    }

    /// Each word's first letter in title case and the others in lower case.
    static func title(_ text: String) -> String {
        var followsCased = false
        let ascii = mapASCII(text) { byte in
            defer { followsCased = byte.isASCIILetter }
            return followsCased ? byte.lowercased : byte.uppercased
        }
        if let ascii { return ascii }
        followsCased = false
        return contextual(text) { context, index in
            let scalar = context.scalars[index]
            defer { followsCased = ScalarClass.isCased(scalar) }
            return followsCased ? context.lower(index) : titlecase(scalar)
        }
    }

    static func capitalized(_ text: String) -> String {
        var isFirst = true
        let ascii = mapASCII(text) { byte in
            defer { isFirst = false }
            return isFirst ? byte.uppercased : byte.lowercased
        }
        if let ascii { return ascii }
        return contextual(text) { context, index in
            index == 0 ? titlecase(context.scalars[0]) : context.lower(index)
        }
    }

    static func swapped(_ text: String) -> String {
        let ascii = mapASCII(text) { $0.lowercased == $0 ? $0.uppercased : $0.lowercased }
        if let ascii { return ascii }
        return contextual(text) { context, index in
            let scalar = context.scalars[index]
            if ScalarClass.isUppercase(scalar) { return context.lower(index) }
            return ScalarClass.isLowercase(scalar) ? uppercase(scalar) : nil
        }
    }

    /// For comparison without regard to case.
    static func folded(_ text: String) -> String {
        if let result = mapASCII(text, { $0.lowercased }) { return result }
        return contextual(text) { context, index in fold(context.scalars[index]) }
    }

    /// Unicode's full case folding: the lower case of the upper case, but for the letters named here.
    private static func fold(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x131, 0x13A0...0x13F5: return nil
        case 0x13F8...0x13FD, 0xAB70...0xABBF: return scalar.properties.uppercaseMapping
        case 0x1E9E: return "ss"
        default: break
        }
        let upper = uppercase(scalar) ?? String(scalar)
        var result = ""
        for scalar in upper.unicodeScalars {
            result += lowercase(scalar) ?? String(scalar)
        }
        return result
    }

    // MARK: Single code points; nil where nothing changes

    private static func uppercase(_ scalar: Unicode.Scalar) -> String? {
        ScalarClass.hasCaseMapping(scalar) ? scalar.properties.uppercaseMapping : nil
    }

    fileprivate static func lowercase(_ scalar: Unicode.Scalar) -> String? {
        ScalarClass.hasCaseMapping(scalar) ? scalar.properties.lowercaseMapping : nil
    }

    private static func titlecase(_ scalar: Unicode.Scalar) -> String? {
        ScalarClass.hasCaseMapping(scalar) ? scalar.properties.titlecaseMapping : nil
    }

    // MARK: Whole texts

    @inline(__always)
    private static func map(
        _ text: String, ascii: (UInt8) -> UInt8, _ mapping: (Unicode.Scalar) -> String
    ) -> String {
        if let result = mapASCII(text, ascii) { return result }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if ScalarClass.hasCaseMapping(scalar) {
                result += mapping(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An ASCII text byte by byte; nil for any other.
    @inline(__always)
    private static func mapASCII(_ text: String, _ mapping: (UInt8) -> UInt8) -> String? {
        text.withBytes { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            return String(capacity: bytes.count) { buffer in
                for index in bytes.indices {
                    buffer.initializeElement(at: index, to: mapping(bytes[index]))
                }
                return bytes.count
            }
        }
    }

    private static func contextual(_ text: String, _ mapping: (CaseContext, Int) -> String?)
        -> String
    {
        let context = CaseContext(scalars: ContiguousArray(text.unicodeScalars))
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for index in context.scalars.indices {
            if let mapped = mapping(context, index) {
                result += mapped
            } else {
                result.unicodeScalars.append(context.scalars[index])
            }
        }
        return result
    }
}

/// A text whose code points are mapped with an eye on their neighbours.
private struct CaseContext {
    let scalars: ContiguousArray<Unicode.Scalar>

    /// The lower case of a code point; a sigma at the end of a word has a form of its own.
    func lower(_ index: Int) -> String? {
        guard scalars[index].value == 0x3A3 else { return CaseMapping.lowercase(scalars[index]) }
        let before = scalars[..<index].last { !ScalarClass.isCaseIgnorable($0) }
        let after = scalars[(index + 1)...].first { !ScalarClass.isCaseIgnorable($0) }
        let isFinal =
            before.map(ScalarClass.isCased) == true && after.map(ScalarClass.isCased) != true
        return isFinal ? "ς" : "σ"
    }
}
