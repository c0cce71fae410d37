/// Finds statements that are well formed but stand where they may not: a `return` outside a function,
/// a `global` behind the use of its name.
enum PlacementCheck {
    /// Throws the first mistake that CPython's compiler would report.
    static func check(_ body: [Statement]) throws(SyntaxFault) {}
}
