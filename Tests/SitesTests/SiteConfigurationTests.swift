import Diagnostics
import Testing

@testable import Sites

@Suite struct SiteConfigurationTests {
    private func read(_ text: String) throws -> SiteConfigurationReader {
        try SiteConfigurationReader(SourceText(name: "site.yml", text: text))
    }

    @Test func everyOptionIsRead() throws {
        let reader = try read(
            """
            title: 课程
            language: zh-CN
            url: https://example.org/course/
            repository: https://example.org/code
            order: [b, a.md]
            """)
        #expect(reader.diagnostics.isEmpty)
        #expect(reader.configuration.title == "课程" && reader.configuration.language == "zh-CN")
        #expect(reader.configuration.url == "https://example.org/course")
        #expect(reader.configuration.order.map(\.name) == ["b", "a.md"])
    }

    @Test func aMisspelledOptionIsSaidWithItsPlace() throws {
        let found = try read("title: A\nlanguge: en\n").diagnostics
        #expect(found.count == 1 && found[0].place?.position.line == 2)
        #expect(found[0].hints == ["did you mean `language`?"])
    }

    @Test(arguments: ["url: ftp://x", "url: javascript:alert(1)", "order: 5", "title: []"])
    func valuesOfTheWrongKindAreSaid(text: String) throws {
        #expect(try read(text).diagnostics.count == 1)
    }

    @Test func whatIsNoYAMLIsAnErrorWithItsPlace() {
        #expect {
            _ = try read("title: A\nlanguage: [zh\n")
        } throws: { error in
            (error as? Diagnostic)?.severity == .error && (error as? Diagnostic)?.place != nil
        }
    }

    @Test func notesWithoutAPlaceInTheOrderFollowByName() throws {
        let source = SiteSource(
            folder: "n", notes: ["n/a.md", "n/b.md", "n/c.md"], siteFolders: [])
        let configuration = try read("order: [c, d]").configuration
        let order = NoteOrder(source, configuration)
        #expect(order.notes == ["c.md", "a.md", "b.md"])
        #expect(order.diagnostics.map(\.message) == ["there is no note `d` in n"])
    }
}
