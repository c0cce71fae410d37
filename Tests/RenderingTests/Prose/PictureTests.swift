import Notebooks
import Testing

@testable import Rendering

@Suite struct PictureTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]

    private func page(_ text: String, files: [String: [UInt8]] = [:]) throws -> (
        html: String, page: Page
    ) {
        let options = try RenderOptions(typesetter: .shared()) { files[$0] }
        let page = try HTMLFormat().render(SampleNote.silent(text), options: options)
        return (String(decoding: page.bytes, as: UTF8.self), page)
    }

    @Test(arguments: [
        ("![a](images/x.png)", "images/x.png"), ("![a](<images/my x.png>)", "images/my x.png"),
        ("![a](images/my%20x.png)", "images/my x.png"),
        ("![a](.\\images\\x.png)", "./images/x.png"),
        ("<img src='images/x.png' width=300 onerror=alert(1)>", "images/x.png"),
        ("![a](images/x.png?raw=true)", "images/x.png"), ("![图](图/循环.png)", "图/循环.png"),
    ])
    func filesOfTheNoteAreEmbedded(text: String, path: String) throws {
        let (html, page) = try page(text, files: [path: Self.png])
        #expect(html.contains("src=\"data:image/png;base64,iVBORwECAw==\""))
        #expect(page.diagnostics.isEmpty && !html.contains("onerror"))
    }

    @Test func aMissingOneIsFramedAndWarnedOfOnce() throws {
        let (html, page) = try page("one\n\n![a cell](x.png) ![again](x.png)\n")
        #expect(html.contains("<span class=\"frame-text\">a cell</span><code>x.png</code>"))
        #expect(page.diagnostics.map(\.message) == ["the picture x.png cannot be read"])
        #expect(page.diagnostics.first?.place?.position.line == 3)
    }

    @Test func oneOnTheWebIsLinkedAndNotLoaded() throws {
        let (html, page) = try page("![a](https://example.org/x.png)")
        #expect(html.contains("<a href=\"https://example.org/x.png\" rel=\"noopener\">"))
        #expect(!html.contains("<img") && page.diagnostics.count == 1)
    }

    @Test func aFileThatIsNoPictureIsNotEmbedded() throws {
        let (html, _) = try page("![a](x.png)", files: ["x.png": Array("<script>".utf8)])
        #expect(!html.contains("<img") && html.contains("class=\"frame\""))
    }
}
