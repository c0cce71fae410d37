/// Questions about all code points of a text: `isalpha` and its kin, which no empty text answers with yes.
extension StringObject {
    func all(_ test: (Unicode.Scalar) -> Bool) -> Bool {
        guard isASCII else { return string.unicodeScalars.allSatisfy(test) }
        return withUTF8 { bytes in
            !bytes.isEmpty && bytes.allSatisfy { test(Unicode.Scalar($0)) }
        }
    }

    var isIdentifier: Bool {
        guard let first = string.unicodeScalars.first, ScalarClass.beginsIdentifier(first) else {
            return false
        }
        return string.unicodeScalars.dropFirst().allSatisfy(ScalarClass.continuesIdentifier)
    }

    /// Whether there are cased letters, and all of the wanted case.
    private func isCased(
        _ wanted: (Unicode.Scalar) -> Bool, but unwanted: (Unicode.Scalar) -> Bool
    ) -> Bool {
        var found = false
        for scalar in string.unicodeScalars {
            if unwanted(scalar) || ScalarClass.isTitlecase(scalar) { return false }
            found = found || wanted(scalar)
        }
        return found
    }

    var isUpper: Bool { isCased(ScalarClass.isUppercase, but: ScalarClass.isLowercase) }
    var isLower: Bool { isCased(ScalarClass.isLowercase, but: ScalarClass.isUppercase) }

    /// Whether upper and title case letters begin words and lower case ones continue them.
    var isTitle: Bool {
        var found = false
        var followsCased = false
        for scalar in string.unicodeScalars {
            if ScalarClass.isUppercase(scalar) || ScalarClass.isTitlecase(scalar) {
                if followsCased { return false }
                (found, followsCased) = (true, true)
            } else if ScalarClass.isLowercase(scalar) {
                if !followsCased { return false }
                (found, followsCased) = (true, true)
            } else {
                followsCased = false
            }
        }
        return found
    }
}

extension Builtins {
    static func defineStringTests(_ t: TypeBuilder) {
        func test(_ name: String, _ what: String, _ body: @escaping (StringObject) -> Bool) {
            t.def("\(name)(self, /)\n\nWhether \(what).") { (_: Interpreter, text: StringObject) in
                body(text)
            }
        }
        test("isalpha", "all code points are letters") { $0.all(ScalarClass.isAlphabetic) }
        test("isdecimal", "all code points are decimal digits") {
            $0.all { ScalarClass.decimalValue($0) != nil }
        }
        test("isdigit", "all code points are digits") { $0.all(ScalarClass.isDigit) }
        test("isnumeric", "all code points are numbers") { $0.all(ScalarClass.isNumeric) }
        test("isalnum", "all code points are letters or numbers") {
            $0.all(ScalarClass.isAlphanumeric)
        }
        test("isspace", "all code points are white space") { $0.all(ScalarClass.isSpace) }
        test("isascii", "all code points are ASCII") { $0.isASCII }
        test("isprintable", "`repr` shows all code points as they are") {
            $0.string.unicodeScalars.allSatisfy(ScalarClass.isPrintable)
        }
        test("isidentifier", "the text could be a name") { $0.isIdentifier }
        test("isupper", "all cased letters are in upper case") { $0.isUpper }
        test("islower", "all cased letters are in lower case") { $0.isLower }
        test("istitle", "words begin in upper case and go on in lower case") { $0.isTitle }
    }

    static func defineStringCases(_ t: TypeBuilder) {
        func mapped(
            _ name: String, _ what: String, _ body: @escaping (String) -> String
        ) {
            t.def("\(name)(self, /)\n\n\(what).") { (_: Interpreter, text: StringObject) in
                body(text.string)
            }
        }
        t.def("upper(self, /)\n\nThe text in upper case.") {
            (python: Interpreter, text: StringObject) -> StringObject in
            guard text.isASCII else {
                return StringObject.make(CaseMapping.upper(text.string), in: python)
            }
            return StringObject.make(text, mapping: { $0.uppercased }, in: python)
        }
        t.def("lower(self, /)\n\nThe text in lower case.") {
            (python: Interpreter, text: StringObject) -> StringObject in
            guard text.isASCII else {
                return StringObject.make(CaseMapping.lower(text.string), in: python)
            }
            return StringObject.make(text, mapping: { $0.lowercased }, in: python)
        }
        mapped("title", "The text with each word's first letter in title case", CaseMapping.title)
        mapped(
            "capitalize", "The text with its first letter in title case, the others in lower",
            CaseMapping.capitalized)
        mapped("swapcase", "The text with upper and lower case exchanged", CaseMapping.swapped)
        mapped("casefold", "The text for comparing without regard to case", CaseMapping.folded)
    }
}
