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
            "../images/rnn_unit.png",
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

    @Test func everyElementIsClosedInItsOrder() throws {
        var open: [String] = []
        for token in HTMLTokenizer(try page()) {
            switch token {
            case .start(let tag)
            where !tag.isSelfClosing && !["meta", "br", "hr", "img", "input"].contains(tag.name):
                open.append(tag.name)
            case .end(let name):
                #expect(open.popLast() == name)
            default: break
            }
        }
        #expect(open.isEmpty)
    }

    @Test func everyAnchorIsUnique() throws {
        var anchors: Set<String> = []
        for token in HTMLTokenizer(try page()) {
            if case .start(let tag) = token, let anchor = tag["id"] {
                #expect(anchors.insert(anchor).inserted, "\(anchor)")
            }
        }
    }

    @Test func shapesAreNoPartOfTheCode() throws {
        let html = try page()
        let code = try #require(html.firstRange(of: "<pre><code>x = tf.random"))
        let end = try #require(html[code.upperBound...].firstRange(of: "</code>"))
        #expect(!html[code.lowerBound..<end.lowerBound].contains("float32"))
        #expect(html.contains("x  (4, 80, 100) float32"))
    }

    @Test func shapesCanBeSwitchedOff() throws {
        var options = try RenderOptions(typesetter: .shared())
        options.showsShapes = false
        let html = String(
            decoding: try HTMLFormat().render(SampleNote.executed, options: options).bytes,
            as: UTF8.self)
        #expect(!html.contains("x  (4, 80, 100) float32") && !html.contains("id=\"shapes-switch\""))
    }

    @Test func recordedOutputStandsBesideADifferentOne() throws {
        let text = "```python\nprint(1)\n```\n\n```output\n0.5 recorded\n```\n"
        var note = SampleNote.silent(text)
        note.runs[0].outputs = [.stream(.stdout, "0.5  recorded\n")]
        #expect(
            !(try page(note).contains("recorded</summary>")
                || page(note).contains("<details class=\"more recorded")))
        note.runs[0].outputs = [.stream(.stdout, "0.75\n")]
        #expect(try page(note).contains("<details class=\"more recorded"))
    }

    @Test func optionLinesAreNotShown() throws {
        let text = "```python\n#| label: first-cell\n#| error: true\nx = 1\n```\n"
        var note = SampleNote.silent(text)
        note.runs[0].shapeNotes = [ShapeNote(line: 3, name: "x", shape: "", dtype: "int")]
        let html = try page(note)
        #expect(
            html.contains("<pre><code>x = <span class=\"hn\">1</span></code></pre>")
                && html.contains("id=\"first-cell\""))
        #expect(html.contains("style=\"--row:0\""))
    }

    @Test func markdownThatACellDisplaysIsSet() throws {
        var note = SampleNote.silent("# Title\n\n```python\nx\n```\n")
        let markdown = "# Title\n\n**bold** $x^2$\n\n```python\ny = 1\n```\n"
        note.runs[0].outputs = [.display(["text/markdown": markdown, "text/plain": "<Markdown>"])]
        let html = try page(note)
        #expect(
            html.contains("<strong>bold</strong>") && html.contains("y = <span")
                && html.contains("katex"))
        #expect(!html.contains("&lt;Markdown&gt;"))
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
