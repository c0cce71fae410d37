import Diagnostics
import Notebooks
import Testing

/// The YAML at the head of a note.
struct FrontMatterTests {
    @Test func saysWhatTheNoteIs() {
        let notebook = read(
            """
            ---
            title: "循环神经网络: RNN"
            author: [Ada, Bert]
            lang: zh-CN
            date: 2024-01-01
            categories:
              - deep learning
            nbrun: {seed: 7, prelude: false}
            ---
            # Text
            """)
        #expect(notebook.frontMatter.title == "循环神经网络: RNN")
        #expect(notebook.frontMatter.author == "Ada, Bert")
        #expect(notebook.frontMatter.language == "zh-CN")
        #expect(notebook.frontMatter.seed == 7)
        #expect(notebook.frontMatter.prelude == false)
        #expect(outline(notebook.blocks) == "<h1>Text</h1>")
        #expect(notebook.blocks[0].line == 10)
        #expect(notebook.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("---\ntitle: a\n---\nb", "a", "<p>b</p>"),
        ("---\ntitle: a\n...\nb", "a", "<p>b</p>"),
        ("---  \r\ntitle: a\r\n---\r\nb", "a", "<p>b</p>"),
        ("\u{FEFF}---\ntitle: a\n---\nb", "a", "<p>b</p>"),
        ("---\n# only a comment\ntitle: 2024\n---", "2024", ""),
        ("---\n---\nb", "", "<p>b</p>"),
        ("---\ntitle:\n---\nb", "", "<p>b</p>"),
        ("---\nb", "", "<hr><p>b</p>"),
        ("---\n\ntitle: a\n\n---", "", "<hr><p>title: a</p><hr>"),
        ("---\ntext without a key\n---", "", "<hr><h2>text without a key</h2>"),
        ("---\n# Heading\ntext\n\n---", "", "<hr><h1>Heading</h1><p>text</p><hr>"),
        ("\n---\ntitle: a\n---", "", "<hr><h2>title: a</h2>"),
        ("----\ntitle: a\n---", "", "<hr><h2>title: a</h2>"),
    ])
    func standsOnlyAtTheHead(markdown: String, title: String, blocks: String) {
        let notebook = read(markdown)
        #expect(notebook.frontMatter.title ?? "" == title)
        #expect(outline(notebook.blocks) == blocks)
    }

    @Test(arguments: [
        ("---\ntitle: a\nb: [1\n---\ntext", 4, Diagnostic.Severity.error),
        ("---\na: b: c\n---\ntext", 2, .error),
        ("---\ntitle: a\ntitle: b\n---\ntext", 2, .error),
        ("---\nnbrun:\n  seed: many\n---\ntext", 3, .warning),
        ("---\nnbrun:\n  sed: 1\n---\ntext", 3, .warning),
        ("---\nnbrun: 3\n---\ntext", 2, .warning),
        ("---\nnbrun: {prelude: perhaps}\n---\ntext", 2, .warning),
    ])
    func mistakesAreReported(markdown: String, line: Int, severity: Diagnostic.Severity) {
        let notebook = read(markdown)
        #expect(outline(notebook.blocks) == "<p>text</p>")
        #expect(notebook.diagnostics.count == 1)
        #expect(notebook.diagnostics.first?.severity == severity)
        #expect(notebook.diagnostics.first?.place?.position.line == line)
    }
}
