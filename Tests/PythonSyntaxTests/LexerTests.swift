import Diagnostics
import Testing

@testable import PythonSyntax

struct LexerTests {
    private func kinds(_ text: String) -> [Token.Kind] {
        var lexer = Lexer(Array(text.utf8))
        var kinds: [Token.Kind] = []
        while kinds.last != .end { kinds.append(lexer.next().kind) }
        return kinds
    }

    @Test func everySignIsOneToken() {
        let signs = Token.Kind.allCases.filter { kind in
            kind.rawValue.utf8.allSatisfy {
                $0 < 0x80 && !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) && $0 != 0x20
            }
        }
        #expect(signs.count == 47)
        for sign in signs {
            #expect(kinds(sign.rawValue).first == sign)
        }
    }

    @Test func everyKeywordIsOneToken() {
        #expect(Keywords.kinds.count == 35)
        for (word, kind) in Keywords.kinds {
            #expect(kinds(word).first == kind)
            #expect(kinds(word + "_").first == .name)
        }
    }

    @Test func blocksOpenAndCloseInPairs() {
        let text = "if a:\n  if b:\n    c\n\n# d\ne\n"
        #expect(
            kinds(text) == [
                .if, .name, .colon, .newline, .indent, .if, .name, .colon, .newline, .indent,
                .name, .newline, .comment, .dedent, .dedent, .name, .newline, .end,
            ])
    }

    @Test func linesInsideBracketsAreBlanks() {
        #expect(kinds("(a,\n  b)") == kinds("(a, b)"))
    }

    @Test func theLastLineNeedsNoEnd() {
        #expect(kinds("a") == kinds("a\n"))
        #expect(kinds("if a:\n b") == kinds("if a:\n b\n"))
        #expect(kinds("# a") == [.comment, .end])
    }

    @Test func everyKindOfLineEndCounts() {
        #expect(kinds("a\r\nb\rc\n") == kinds("a\nb\nc\n"))
    }

    @Test func aByteOrderMarkIsSkipped() {
        #expect(kinds("\u{FEFF}a") == [.name, .newline, .end])
    }

    @Test func fullWidthSignsAreNamed() {
        var lexer = Lexer(Array("a，b".utf8))
        _ = lexer.next()
        #expect(lexer.fault?.message == "invalid character '，' (U+FF0C)")
        #expect(lexer.fault?.span == SourceSpan(1, 4))
    }

    @Test func lexingGoesOnBehindAMistake() {
        #expect(
            kinds("'a\nb $ c)\n") == [
                .string, .newline, .name, .unknown, .name, .rightParenthesis, .newline, .end,
            ])
    }
}
