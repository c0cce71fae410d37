import Diagnostics
import Testing

@testable import Notebooks

/// The scanner of lines and the Markdown parser must see the same blocks, or formulas would be
/// looked for in code.
struct BlockAgreementTests {
    private static let beginnings = [
        "> ", ">", "- ", "  - ", "-\t", "1. ", "10) ", "+  ", "* ", "    ", "\t", "  ", " ", "", "",
        "", "",
        "-     ", ">\t", "[^n]: ",
    ]
    private static let contents = [
        "```", "````", "~~~", "```python", "~~~ py", "``` x ` y", "text", "text", "", "", "# head",
        "---", "***",
        "===", "<div>", "</div>", "<b>", "<!-- c", "-->", "<pre>", "</pre>", "|a|b|", "|-|-|", "- ",
        "2. x", ">",
        "<?php", "?>", "<a href=\"x\">", "text [^n]", "[a]: b", "<script>x</script>",
    ]

    @Test(arguments: 0..<40)
    func onFencesAndHTML(seed: UInt64) {
        var random = RandomNumbers(seed: seed)
        for _ in 0..<100 {
            let markdown = (0..<random.next(below: 14) + 1).map { _ in line(&random) }
                .joined(separator: "\n")
            expectAgreement(markdown)
        }
    }

    private func line(_ random: inout RandomNumbers) -> String {
        let depth = random.next(below: 4)
        let prefix = (0..<depth).map { _ in
            Self.beginnings[random.next(below: Self.beginnings.count)]
        }
        return prefix.joined() + Self.contents[random.next(below: Self.contents.count)]
    }

    private func expectAgreement(_ markdown: String) {
        let note = NoteText(SourceText(name: "n.md", text: markdown))
        let findings = BlockScanner.findings(in: note, fromLine: 0)
        let text = ProtectedText(note, edits: findings.edits)
        let scanned = findings.fences.values.map {
            described($0.line + 1, CellReader(note: note).cell($0).cell.source.text)
        }
        let parsed = fences(below: MarkdownParser.parse(text.bytes), of: text)
        #expect(Set(parsed).subtracting(scanned).isEmpty, "\(markdown.debugDescription)")
        // Footnotes that nothing refers to are left out of the tree.
        guard !markdown.contains("[^n]:") else { return }
        #expect(scanned.sorted() == parsed.sorted(), "\(markdown.debugDescription)")
    }

    private func fences(below node: MarkdownNode, of text: ProtectedText) -> [String] {
        guard case .code(_, let code, isFenced: true) = node.kind else {
            return node.children.flatMap { fences(below: $0, of: text) }
        }
        return [described(text.fileLine(of: node.line), code)]
    }

    /// Blank lines at the end and blanks at the head of lines are left out: the parser keeps the
    /// blank lines of a fence that the scanner closed, and behind a tab that a quote's mark cuts
    /// through it leaves more blanks than CommonMark says.
    private func described(_ line: Int, _ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return "\(line): " + lines.map { $0.drop(while: \.isWhitespace) }.joined(separator: "\n")
    }
}
