import Notebooks
import Testing

@testable import Rendering

@Suite struct HTMLFormatTests {
    private func page(_ note: ExecutedNotebook = SampleNote.executed) throws -> String {
        let options = try RenderOptions(typesetter: Typesetter.shared())
        return String(
            decoding: try HTMLFormat().render(note, options: options).bytes, as: UTF8.self)
    }

    @Test func theSameNoteGivesTheSameBytes() throws {
        #expect(try page() == page())
    }

    @Test func showsTheNoteWithItsOutputsInPlace() throws {
        let html = try page()
        for part in [
            "<html lang=\"zh-CN\">", "<title>循环单元</title>", "In [1]:", "Out[1]:",
            "TensorShape([4, 64])",
            "x  (4, 80, 100) float32", "did you mean <code>return_sequences</code>?",
            "import tensorflow as tf",
            "<a class=\"eqref\" href=\"#eq-1\">(1)</a>式", "id=\"eq-1\"", "id=\"eq-2\"",
            "../images/rnn unit.png",
        ] {
            #expect(html.contains(part), "\(part)")
        }
        let quote = try #require(html.firstRange(of: "一次前进一个时间戳。</p>\n</blockquote>"))
        let item = try #require(html[quote.upperBound...].firstRange(of: "</li>"))
        #expect(html[quote.upperBound..<item.lowerBound].contains("tf.random.normal"))
    }

    @Test func namesNothingToLoad() throws {
        for token in HTMLTokenizer(try page()) {
            guard case .start(let tag) = token else { continue }
            #expect(tag["src"].map { $0.hasPrefix("data:") } ?? true)
            #expect(tag.name != "link" && tag.name != "iframe")
        }
        #expect(!(try page().contains("@import")))
    }

    @Test func aPageWithoutMathCarriesNone() throws {
        var note = SampleNote.executed
        note.notebook.blocks = [SampleNote.paragraph("Plain words.", 1)]
        let html = try page(note)
        #expect(!html.contains("KaTeX") && !html.contains("@font-face"))
        #expect(html.utf8.count < 60_000)
    }

    @Test func outlivesTooDeepNesting() throws {
        var block = SampleNote.paragraph("deep", 1)
        for _ in 0..<5000 { block = Block(.quote([block]), line: 1) }
        var note = SampleNote.executed
        note.notebook.blocks = [block]
        #expect(try page(note).contains("</html>"))
    }
}
