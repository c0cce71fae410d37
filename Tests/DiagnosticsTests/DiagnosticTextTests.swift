import Diagnostics
import Testing

/// Diagnostics as a terminal shows them.
struct DiagnosticTextTests {
    private func rendered(
        _ line: String, column: Int, width: Int, at position: SourcePosition? = nil
    ) -> [String] {
        let place = Diagnostic.Place(
            file: "notes.md", position: position ?? SourcePosition(line: 7, column: column),
            excerpt: Diagnostic.Excerpt(line: line, column: column, width: width))
        let text = DiagnosticText.render(Diagnostic(.error, "wrong", at: place))
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func sayWhereAndWhatAndWhatToDo() {
        let place = Diagnostic.Place(
            file: "notes.md", position: SourcePosition(line: 12, column: 23),
            excerpt: Diagnostic.Excerpt(line: "out, h = cell(xt, h)", column: 19, width: 1))
        let diagnostic = Diagnostic(
            .error, "name 'h' is not defined", at: place,
            hints: ["did you mean `h0`?", "it is bound in line 14"])
        #expect(
            DiagnosticText.render(diagnostic) == """
                notes.md:12:23: error: name 'h' is not defined
                 12 | out, h = cell(xt, h)
                    |                   ^
                    hint: did you mean `h0`?
                    hint: it is bound in line 14
                """)
    }

    @Test func needNoPlaceAndNoExcerpt() {
        #expect(DiagnosticText.render(Diagnostic(.warning, "hm")) == "warning: hm")
        let place = Diagnostic.Place(file: "a.md", position: SourcePosition(line: 3, column: 1))
        #expect(DiagnosticText.render(Diagnostic(.note, "hm", at: place)) == "a.md:3:1: note: hm")
    }

    /// The line, the column and width to underline, the line shown, the caret line.
    @Test(arguments: [
        ("x = 1", 1, 1, "x = 1", "^"),
        ("x = foo", 5, 3, "x = foo", "    ^~~"),
        ("重要 = foo", 6, 3, "重要 = foo", "       ^~~"),
        ("x = 重要", 5, 2, "x = 重要", "    ^~~~"),
        ("\tx = y", 6, 1, "    x = y", "        ^"),
        ("a\tb", 3, 1, "a   b", "    ^"),
        ("e\u{301}x", 3, 1, "e\u{301}x", " ^"),
        ("🙂 x", 3, 1, "🙂 x", "   ^"),
        ("x = (", 6, 1, "x = (", "     ^"),
        ("", 1, 1, "", "^"),
        ("a\u{1B}[31mb", 7, 1, "a\u{FFFD}[31mb", "      ^"),
        ("abc", 2, 99, "abc", " ^~"),
    ])
    func underlineWhatTheyMean(
        line: String, column: Int, width: Int, shown: String, caret: String
    ) {
        let lines = rendered(line, column: column, width: width)
        #expect(lines[1] == (shown.isEmpty ? "  7 |" : "  7 | " + shown))
        #expect(lines[2] == "    | " + caret)
    }

    @Test func longLineNumbersKeepTheMarginStraight() {
        let lines = rendered("x", column: 1, width: 1, at: SourcePosition(line: 12345, column: 1))
        #expect(lines[1] == " 12345 | x")
        #expect(lines[2] == "       | ^")
    }

    @Test func longLinesAreCutAroundTheCaret() {
        let line = String(repeating: "a", count: 5000) + "b" + String(repeating: "c", count: 5000)
        let lines = rendered(line, column: 5001, width: 1)
        #expect(lines[1].count < 200)
        #expect(lines[1].hasPrefix("  7 | …aaa") && lines[1].hasSuffix("ccc…"))
        #expect(lines[2].split(separator: "^")[0].count == lines[1].split(separator: "b")[0].count)
    }

    @Test func coloursComeOnlyWhenAskedFor() {
        let diagnostic = Diagnostic(.error, "wrong", hints: ["right"])
        #expect(!DiagnosticText.render(diagnostic).contains("\u{1B}"))
        let text = DiagnosticText.render(diagnostic, colored: true)
        #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
        #expect(text.contains("\u{1B}[36mhint:\u{1B}[0m right"))
    }

    @Test func aSpansPlaceIsThatOfTheFile() {
        let source = SourceText(
            name: "n.md", text: "x = 1\ny = 重(",
            origin: LineOrigin(lines: [
                SourcePosition(line: 8, column: 5), SourcePosition(line: 9, column: 5),
            ]))
        let offset = source.utf8.count - 1
        let place = Diagnostic.Place(SourceSpan(offset, offset + 1), in: source)
        #expect(
            DiagnosticText.render(Diagnostic(.error, "'(' was never closed", at: place)) == """
                n.md:9:10: error: '(' was never closed
                  9 | y = 重(
                    |       ^
                """)
    }
}
