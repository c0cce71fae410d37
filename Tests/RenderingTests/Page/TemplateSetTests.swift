import Diagnostics
import Foundation
import Testing

@testable import Rendering

@Suite struct TemplateSetTests {
    /// A new folder with files in it.
    private func folder(_ files: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "nbrun-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        return folder.path
    }

    @Test func aFolderReplacesFilesOneByOne() throws {
        let folder = try folder([
            "page.mustache": "<p>{{title}}</p>{{> variables}}", "notes.txt": "not a template",
        ])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let templates = try TemplateSet(directory: folder)
        let page = templates.render("page", ["title": "a < b", "rows": [["name": "x"]]])
        #expect(page.hasPrefix("<p>a &lt; b</p><div class=\"table\">"))
        #expect(try templates.style == TemplateSet().style)
    }

    @Test func aTemplateThatIsNoMustacheIsNamed() throws {
        let folder = try folder(["cell.mustache": "<p>\n{{#open}}\n</p>"])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let problem = #expect(throws: Diagnostic.self) { try TemplateSet(directory: folder) }
        #expect(problem?.place?.file == "\(folder)/cell.mustache")
    }

    @Test func aMissingFolderIsAnErrorMessage() {
        let problem = #expect(throws: Diagnostic.self) {
            try TemplateSet(directory: "/nowhere/templates")
        }
        #expect(problem?.message == "the templates in /nowhere/templates cannot be read")
    }
}
