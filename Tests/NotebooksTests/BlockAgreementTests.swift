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
        let scanned = BlockScanner.findings(in: note, fromLine: 0).fences.values.map {
            described($0.line + 1, CellReader(note: note).cell($0).cell.source.text)
        }
        let parsed = fences(below: MarkdownParser.parse(note.bytes))
        #expect(Set(parsed).subtracting(scanned).isEmpty, "\(markdown.debugDescription)")
        // Footnotes that nothing refers to are left out of the tree.
        guard !markdown.contains("[^n]:") else { return }
        #expect(scanned.sorted() == parsed.sorted(), "\(markdown.debugDescription)")
    }

    private func fences(below node: MarkdownNode) -> [String] {
        guard case .code(_, let text, isFenced: true) = node.kind else {
            return node.children.flatMap(fences)
        }
        return [described(node.line, text.hasSuffix("\n") ? String(text.dropLast()) : text)]
    }

    /// Blanks at the head of lines are left out: behind a tab that a quote's mark cuts through, the
    /// parser leaves more of them than CommonMark says.
    private func described(_ line: Int, _ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(line): " + lines.map { $0.drop(while: \.isWhitespace) }.joined(separator: "\n")
    }
}
