/// Why a text is no regular expression.
struct PatternError: Error {
    let message: String
    /// The place in the expression, in characters; nil where none is to blame.
    let position: Int?
}
