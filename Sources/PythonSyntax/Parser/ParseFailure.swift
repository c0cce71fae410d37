/// Why a rule of the grammar did not yield a tree.
enum ParseFailure: Error {
    /// The tokens do not fit; another rule may.
    case mismatch
    /// What is wrong is known.
    case fault(SyntaxFault)
}
