import Notebooks
import Testing

@testable import Rendering

@Suite struct GoldenPageTests {
    /// The page without its style and script, formulas as their source: what this room writes itself.
    @Test func theSampleNoteAsAPage() throws {
        let options = try RenderOptions(typesetter: Typesetter(assets: nil, cache: nil))
        let page = try HTMLFormat().render(SampleNote.executed, options: options)
        let html = String(decoding: page.bytes, as: UTF8.self)
        let body = try #require(html.firstRange(of: "<body>"))
        let script = try #require(html.firstRange(of: "<script>"))
        try GoldenFile.expect(
            String(html[body.lowerBound..<script.lowerBound]), equals: "sample.html")
    }

    @Test func theSampleNoteAsANotebook() throws {
        let options = try RenderOptions(typesetter: .shared())
        let page = try IPYNBFormat().render(SampleNote.executed, options: options)
        try GoldenFile.expect(String(decoding: page.bytes, as: UTF8.self), equals: "sample.ipynb")
    }
}
