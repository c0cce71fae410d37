import Testing

@testable import Diagnostics

/// "Did you mean …?"
struct SpellingTests {
    private static let known = ["units", "activation", "return_sequences", "return_state", "Dense"]

    @Test(arguments: [
        ("unit", "units"), ("untis", "units"), ("return_sequence", "return_sequences"),
        ("retrun_state", "return_state"), ("activaton", "activation"), ("dense", "Dense"),
        ("UNITS", "units"),
    ])
    func findsWhatWasMeant(word: String, expected: String) {
        #expect(Spelling.nearest(to: word, among: Self.known) == expected)
    }

    @Test(arguments: ["", "x", "banana", "units", "go_backwards", "sequence"])
    func staysSilentRatherThanGuess(word: String) {
        #expect(Spelling.nearest(to: word, among: Self.known) == nil)
    }

    @Test func aLetterIsNotMeantForAnother() {
        #expect(Spelling.nearest(to: "h", among: ["_", "x", "c0"]) == nil)
        #expect(Spelling.nearest(to: "h", among: ["_", "h0"]) == "h0")
    }

    @Test func prefersTheNearest() {
        #expect(Spelling.nearest(to: "cel", among: ["cell0", "cell", "call"]) == "cell")
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("abc", "acb", 1), ("kitten", "sitting", 3), ("Abc", "aBC", 0),
        ("重要", "重药", 1),
    ])
    func countsEdits(a: String, b: String, expected: Int) {
        #expect(Spelling.distance(from: a, to: b, limit: 10) == expected)
        #expect(Spelling.distance(from: b, to: a, limit: 10) == expected)
        if expected > 0 { #expect(Spelling.distance(from: a, to: b, limit: expected - 1) == nil) }
    }
}
