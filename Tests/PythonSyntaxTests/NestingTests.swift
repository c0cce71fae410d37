import Diagnostics
import TestSupport
import Testing

@testable import PythonSyntax

/// No text, however deep or long, exhausts the stack or takes quadratic time.
struct NestingTests {
    private func message(_ text: String) -> String? {
        withDeepStack {
            do throws(SyntaxFault) {
                _ = try Parser.parse(SourceText(name: "", text: text))
                return nil
            } catch {
                return error.message
            }
        }
    }

    private func times(_ count: Int, _ text: String) -> String {
        String(repeating: text, count: count)
    }

    private let tooDeep = "maximum recursion depth exceeded during compilation"

    @Test(arguments: ["(", "[", "{", "f(", "a[", "lambda: (", "-(", "not (", "{a: "])
    func bracketsAreLimited(_ opening: String) {
        #expect(message(times(100_000, opening)) == "too many nested parentheses")
    }

    @Test func bracketsUpToTheLimitAreRead() {
        #expect(message(times(200, "(") + "a" + times(200, ")")) == nil)
        #expect(message(times(200, "[") + "a" + times(200, "]")) == nil)
        #expect(message(times(200, "{") + "a" + times(200, "}")) == nil)
        #expect(message(times(200, "f(") + times(200, ")")) == nil)
        #expect(message("x = " + times(100, "{a: [") + times(100, "]}")) == nil)
    }

    @Test func mistakesInDeepBracketsAreFoundQuickly() {
        let comma = "invalid syntax. Perhaps you forgot a comma?"
        #expect(message(times(150, "(") + "a b" + times(150, ")")) == comma)
        #expect(message(times(150, "[") + "a b" + times(150, "]")) == comma)
        #expect(message(times(150, "f(") + "a b" + times(150, ")")) == comma)
        #expect(message(times(150, "{a: ") + "a b" + times(150, "}")) == comma)
    }

    @Test func blocksAreLimited() {
        let text = (0..<200).map { times($0, " ") + "if a:\n" }.joined()
        #expect(message(text) == "too many levels of indentation")
    }

    @Test(
        arguments: [
            ("-", "x"), ("not ", "x"), ("lambda: ", "x"), ("a if b else ", "c"), ("a ** ", "b"),
            ("1 + ", "1"), ("a | ", "b"), ("a.", "b"),
        ])
    func longChainsAreRefused(_ link: String, _ end: String) {
        #expect(message(times(100_000, link) + end) == tooDeep)
        #expect(message(times(500, link) + end) == nil)
    }

    @Test func longTrailersAreRefused() {
        #expect(message("a" + times(100_000, "()")) == tooDeep)
        #expect(message("a" + times(100_000, "[0]")) == tooDeep)
        #expect(message("a" + times(2_500, ".b")) == nil)
    }

    @Test func chainsWithinChainsCountTogether() {
        let chain = times(2_000, "1 + ") + "1"
        #expect(message(chain) == nil)
        #expect(message("(\(chain)) * " + times(2_000, "2 * ") + "2") == tooDeep)
        #expect(message("f(\(chain), \(chain), [\(chain)])") == nil)
    }

    @Test func branchesAreLimited() {
        #expect(message("if a: b\n" + times(10_000, "elif a: b\n")) == tooDeep)
        #expect(message("if a: b\n" + times(1_000, "elif a: b\n")) == nil)
    }

    @Test func flatChainsHaveNoLimit() {
        #expect(message("a" + times(10_000, " and a")) == nil)
        #expect(message("a" + times(10_000, " < a")) == nil)
        #expect(message("a" + times(10_000, " = a")) == nil)
        #expect(message("[" + times(10_000, "a + b, ") + "]") == nil)
        #expect(message(times(10_000, "'a' ")) == nil)
    }

    @Test func aLongTextWithAMistakeAtItsEndIsReadQuickly() {
        let text = times(20_000, "x = f(a, b=[1, 2])  # comment\n")
        #expect(message(text) == nil)
        #expect(message(text + "f(a b)\n") == "invalid syntax. Perhaps you forgot a comma?")
    }

    @Test func manyBlankLinesAreNoDepth() {
        #expect(message(times(100_000, "\n") + times(100_000, "# a\n") + "x") == nil)
    }
}
