import Foundation
import PythonRuntime
import PythonSyntax

/// `unicodedata`: what the Unicode standard says of characters.
enum UnicodeDataModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("unicodedata", in: python)
        m.module.namespace["unidata_version"] = .string("14.0.0", in: python)
        m.def("normalize(form, unistr, /)\n\nReturn the normal form 'form' for the string.") {
            (python: Interpreter, form: Value, text: Value) -> String in
            let (form, text) = try arguments(of: "normalize", form, text, python)
            return try normalized(text, form, python)
        }
        m.def("is_normalized(form, unistr, /)") {
            (python: Interpreter, form: Value, text: Value) -> Bool in
            let (form, text) = try arguments(of: "is_normalized", form, text, python)
            // Equal as code points: Swift's own equality is blind to the form.
            return try normalized(text, form, python).unicodeScalars.elementsEqual(
                text.unicodeScalars)
        }
        m.def("category(chr, /)") { (python: Interpreter, character: Value) -> String in
            let scalar = try scalar(character, "category", python)
            return scalar.isLoneSurrogate ? "Cs" : code(scalar.properties.generalCategory)
        }
        m.def("combining(chr, /)") { (python: Interpreter, character: Value) -> Int in
            let order = try properties(character, "combining", python).canonicalCombiningClass
            return Int(order.rawValue)
        }
        m.def("mirrored(chr, /)") { (python: Interpreter, character: Value) -> Int in
            try properties(character, "mirrored", python).isBidiMirrored ? 1 : 0
        }
        layout(m)
        names(m)
        numbers(m)
        return m.module
    }

    /// What the layout of text asks.
    private static func layout(_ m: ModuleBuilder) {
        let widths = CharacterRanges(CharacterRanges.widths)
        m.def("east_asian_width(chr, /)") { (python: Interpreter, character: Value) -> String in
            switch widths[try scalar(character, "east_asian_width", python).codePoint] {
            case UInt8(ascii: "N"): "Na"
            case let letter?: String(Unicode.Scalar(letter))
            case nil: "N"
            }
        }
        let ranges = CharacterRanges(CharacterRanges.directions)
        m.def("bidirectional(chr, /)") { (python: Interpreter, character: Value) -> String in
            let scalar = try scalar(character, "bidirectional", python)
            if let letter = ranges[scalar.codePoint] {
                return directions[Int(letter - UInt8(ascii: "A"))]
            }
            return direction(of: scalar)
        }
    }

    private static let directions = [
        "AL", "AN", "B", "CS", "EN", "ES", "ET", "FSI", "L", "LRE", "LRI", "LRO", "ON", "PDF",
        "PDI",
        "R", "RLE", "RLI", "RLO", "S", "WS",
    ]

    /// The direction that most code points of a category have.
    private static func direction(of scalar: Unicode.Scalar) -> String {
        let isKnown = scalar.properties.age.map { $0.major <= 14 } ?? false
        if scalar.isLoneSurrogate { return "L" }
        switch scalar.properties.generalCategory {
        case .privateUse: return "L"
        case .unassigned: return ""
        case _ where !isKnown: return ""
        case .control, .format: return "BN"
        case .spaceSeparator, .lineSeparator: return "WS"
        case .paragraphSeparator: return "B"
        case .currencySymbol: return "ET"
        case .nonspacingMark, .enclosingMark: return "NSM"
        case .openPunctuation, .closePunctuation, .mathSymbol, .dashPunctuation, .modifierSymbol,
            .connectorPunctuation, .otherSymbol, .initialPunctuation, .finalPunctuation:
            return "ON"
        default: return "L"
        }
    }

    private static func names(_ m: ModuleBuilder) {
        m.def("name(chr, default=..., /)") {
            (python: Interpreter, character: Value, standIn: Value) -> Value in
            if let name = name(of: try scalar(character, "name", python)) {
                return .string(name, in: python)
            }
            if !python.isMissing(standIn) { return standIn }
            throw python.valueError("no such name")
        }
        m.def("lookup(name, /)") { (python: Interpreter, name: String) -> String in
            guard let scalar = CharacterNames.scalar(named: name) else {
                throw python.keyError(.string("undefined character name '\(name)'", in: python))
            }
            return String(scalar)
        }
    }

    private static func numbers(_ m: ModuleBuilder) {
        for (function, wanted) in [
            ("decimal", Unicode.NumericType.decimal), ("digit", .digit), ("numeric", .numeric),
        ] {
            m.def("\(function)(chr, default=..., /)") {
                (python: Interpreter, character: Value, standIn: Value) -> Value in
                let properties = try properties(character, function, python)
                if let type = properties.numericType, let value = properties.numericValue,
                    rank(type) <= rank(wanted)
                {
                    return wanted == .numeric ? .float(value) : .int(Int(value))
                }
                if !python.isMissing(standIn) { return standIn }
                let what = wanted == .numeric ? "numeric character" : function
                throw python.valueError("not a \(what)")
            }
        }
    }

    /// A decimal digit is a digit, and every digit is a number.
    private static func rank(_ type: Unicode.NumericType) -> Int {
        switch type {
        case .decimal: 0
        case .digit: 1
        case .numeric: 2
        @unknown default: 2
        }
    }

    private static func normalized(
        _ text: String, _ form: String, _ python: Interpreter
    ) throws -> String {
        switch form {
        case "NFC": return text.precomposedStringWithCanonicalMapping
        case "NFD": return text.decomposedStringWithCanonicalMapping
        case "NFKC": return text.precomposedStringWithCompatibilityMapping
        case "NFKD": return text.decomposedStringWithCompatibilityMapping
        default: throw python.valueError("invalid normalization form")
        }
    }

    private static func arguments(
        of function: String, _ form: Value, _ text: Value, _ python: Interpreter
    ) throws -> (form: String, text: String) {
        func read(_ value: Value, _ number: Int) throws -> String {
            if let text = value.text { return text }
            throw python.typeError(
                "\(function)() argument \(number) must be str, not \(shown(value, python))")
        }
        return (try read(form, 1), try read(text, 2))
    }

    /// A value's type in messages about arguments.
    private static func shown(_ value: Value, _ python: Interpreter) -> String {
        value.isNone ? "None" : python.typeName(value)
    }

    private static func properties(
        _ value: Value, _ function: String, _ python: Interpreter
    ) throws -> Unicode.Scalar.Properties {
        try scalar(value, function, python).properties
    }

    private static func scalar(
        _ value: Value, _ function: String, _ python: Interpreter
    ) throws -> Unicode.Scalar {
        let scalars = value.text?.unicodeScalars
        if let scalars, scalars.count == 1, let first = scalars.first { return first }
        let found = scalars == nil ? shown(value, python) : "str"
        // A function of nothing else does not count its arguments.
        let place =
            ["category", "combining", "mirrored", "bidirectional", "east_asian_width"].contains(
                function) ? "" : " 1"
        throw python.typeError(
            "\(function)() argument\(place) must be a unicode character, not \(found)")
    }

    /// The name of the standard; the characters of Chinese and Korean are named by rule.
    private static func name(of scalar: Unicode.Scalar) -> String? {
        if let name = scalar.properties.name { return name }
        guard scalar.properties.isUnifiedIdeograph else { return nil }
        return "CJK UNIFIED IDEOGRAPH-" + String(scalar.value, radix: 16, uppercase: true)
    }

    private static func code(_ category: Unicode.GeneralCategory) -> String {
        switch category {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
