/// The words that Python keeps for itself.
enum Keywords {
    /// The keywords by their spelling.
    static let kinds: [String: Token.Kind] = {
        let words: [Token.Kind] = [
            .falseConstant, .noneConstant, .trueConstant, .and, .as, .assert, .async, .await,
            .break, .class, .continue, .def, .del, .elif, .else, .except, .finally, .for, .from,
            .global, .if, .import, .in, .is, .lambda, .nonlocal, .not, .or, .pass, .raise,
            .return, .try, .while, .with, .yield,
        ]
        return Dictionary(uniqueKeysWithValues: words.map { ($0.rawValue, $0) })
    }()

    /// The lengths of the shortest and the longest keyword.
    private static let lengths = 2...8

    /// The kind of the word in `bytes`: its keyword, or a name.
    static func kind(of bytes: ArraySlice<UInt8>) -> Token.Kind {
        guard lengths.contains(bytes.count), bytes.allSatisfy(isLetter) else { return .name }
        return kinds[String(decoding: bytes, as: UTF8.self)] ?? .name
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }
}
