/// A piece of printed text, as comparing sees it.
enum TextToken: Hashable {
    /// A whole number as written: `80`, `-3`.
    case integer(String)
    /// A number with a point or an exponent: `0.25`, `1e-05`, `3.`.
    case real(String, Double)
    /// Where an object lies in memory: `0x7f21…`.
    case address(String)
    /// How long something took: `12ms/step`, `3.1 s`.
    case duration
    /// `[=====>....]`.
    case progress
    /// `...`, which stands for anything.
    case ellipsis
    /// A word or a sign.
    case text(String)
}

/// A token and the line of the text that it stands on, from 0.
struct PlacedToken: Hashable {
    let token: TextToken
    let line: Int
}
