import Testing

@testable import Rendering

@Suite struct EquationReferencesTests {
    /// The tags that a text refers to when equations 1 to 9 and 3.2a exist.
    private func tags(_ text: String) -> [String] {
        let known: Set<String> = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "3.2a"]
        return EquationReferences.pieces(of: text, isTag: known.contains).compactMap(\.tag)
    }

    @Test(arguments: [
        ("将(1)式展开，有：", ["1"]), ("由公式(6)的分数项", ["6"]), ("（3）式", ["3"]), ("式（3.2a）给出", ["3.2a"]),
        ("see Eq. (3) and (4)", ["3", "4"]), ("equations (1)–(3)", ["1", "3"]),
        ("(1)、(2)式", ["1", "2"]),
        ("由(5)可得", ["5"]), ("代入（4）", ["4"]),
    ])
    func findsNumbersThatTheProseCallsEquations(text: String, wanted: [String]) {
        #expect(tags(text) == wanted)
    }

    @Test(arguments: [
        "the (1) first point", "f(3)", "公式(12)", "equation (abc)", "式(", "shape (4, 64)",
    ])
    func leavesOtherParenthesesAlone(text: String) {
        #expect(tags(text).isEmpty)
    }

    @Test func losesNoText() {
        let text = "由式(1)和(2)，再代入（3），得 x。"
        let pieces = EquationReferences.pieces(of: text) { _ in true }
        #expect(pieces.map(\.text).joined() == text)
    }
}
