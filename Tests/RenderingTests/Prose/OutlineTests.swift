import Diagnostics
import Notebooks
import Testing

@testable import Rendering

@Suite struct OutlineTests {
    private func outline(_ text: String) -> Outline {
        var anchors = AnchorNames()
        return Outline(
            NotebookReader.read(SourceText(name: "notes/my note.md", text: text)), anchors: &anchors
        )
    }

    private func contents(_ text: String) -> [String] {
        outline(text).contents.map { "\($0.level) \($0.anchor)" }
    }

    @Test func theFirstHeadingIsTheTitleWhenNoOtherHasItsRank() {
        let outline = outline("# Title\n\n## One\n\n## Two\n")
        #expect(outline.title.plainText == "Title")
        #expect(outline.contents.map(\.anchor) == ["one", "two"])
    }

    @Test func aHeadingAmongEqualsIsASection() {
        let outline = outline("### RNN\n\n### Gradient\n")
        #expect(outline.title.plainText == "my note")
        #expect(outline.contents.map(\.anchor) == ["rnn", "gradient"])
    }

    @Test func theFrontMattersTitleComesFirst() {
        let outline = outline("---\ntitle: Mine\n---\n# Other\n")
        #expect(outline.title.plainText == "Mine")
        #expect(outline.contents.map(\.anchor) == ["other"])
    }

    @Test func levelsStartAtTwoWhateverTheNoteUses() {
        #expect(contents("#### A\n\n##### B\n\n#### C\n") == ["2 a", "3 b", "2 c"])
    }

    @Test func equalHeadingsGetTheirOwnAnchors() {
        #expect(contents("## A b!\n\n## A b?\n\n## 公式 (1)\n") == ["2 a-b", "2 a-b-1", "2 公式-1"])
    }

    @Test func aNoteThatIsOneListHasItsItemsAsSections() {
        let text = """
            ##### 网络

            + 问题

              > 缺陷

            + 实现

              + SimpleRNN

                > 接口

            + a sentence that goes on for far too long to be anything like the title of a section

              text
            """
        #expect(contents(text) == ["2 问题", "2 实现", "3 simplernn"])
    }

    @Test func linksFindHeadingsHoweverTheyAreSpelled() throws {
        var note = SampleNote.silent(
            "## My Heading\n\n[a](#My-Heading) [b](#my-heading) [c](#nowhere)\n")
        note.variables = []
        let page = try HTMLFormat().render(note, options: RenderOptions(typesetter: .shared()))
        let html = String(decoding: page.bytes, as: UTF8.self)
        #expect(
            html.contains("<a href=\"#my-heading\">a</a>")
                && html.contains("<a href=\"#my-heading\">b</a>"))
        #expect(page.diagnostics.map(\.message) == ["nothing in the note is called #nowhere"])
        #expect(page.diagnostics.first?.place?.position.line == 3)
    }
}
