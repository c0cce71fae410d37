/// Names that two runs gave the same things: addresses and `id()` values, which are equal up to a renaming
/// that keeps what was equal equal and what was different different.
struct Renaming {
    private var wanted: [String: String] = [:]
    private var found: [String: String] = [:]

    /// Whether two names can stand for the same thing, after all that were met before.
    mutating func matches(_ wantedName: String, _ foundName: String) -> Bool {
        if let known = wanted[wantedName] { return known == foundName }
        guard found[foundName] == nil else { return false }
        wanted[wantedName] = foundName
        found[foundName] = wantedName
        return true
    }
}
