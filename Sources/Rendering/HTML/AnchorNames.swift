/// The `id`s of a page, each used once.
struct AnchorNames {
    private var taken: Set<String>
    /// The last number behind each name that was wished more than once.
    private var numbers: [String: Int] = [:]

    /// `reserved` names belong to the page itself.
    init(reserved: Set<String> = []) { taken = reserved }

    /// The wished name, when it is a plain one and still free.
    mutating func claim(_ wish: String) -> String? {
        let isPlain =
            !wish.isEmpty && wish.utf8.count <= 100
            && wish.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || Self.isJoiner($0)
                    || $0.value >= 0x30 && $0.value <= 0x39
            }
        guard isPlain, taken.insert(wish).inserted else { return nil }
        return wish
    }

    /// The wished name, or the same with the first free number behind it.
    mutating func unique(_ wish: String) -> String {
        var name = wish
        while !taken.insert(name).inserted {
            let number = numbers[wish, default: 0] + 1
            numbers[wish] = number
            name = "\(wish)-\(number)"
        }
        return name
    }

    /// The names in use.
    var all: Set<String> { taken }

    func contains(_ name: String) -> Bool { taken.contains(name) }

    /// A heading's text as an anchor, spelled as GitHub does: letters in lower case, `-` for spaces.
    static func slug(_ text: String) -> String {
        var slug = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isWhitespace {
                slug.append("-")
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || isJoiner(scalar)
            {
                slug.append(scalar)
            }
        }
        return slug.isEmpty ? "section" : String(slug)
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "_"
    }
}
