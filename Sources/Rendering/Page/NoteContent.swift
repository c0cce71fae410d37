import Diagnostics
import Notebooks

/// What a note's page says, apart from the frame around it.
package struct NoteContent: Sendable, Codable {
    /// A part of the note under one heading, as a search looks through it.
    package struct Section: Sendable, Codable {
        /// Empty for what stands before the first heading.
        package var anchor: String
        package var title: String
        /// The prose, and the code of the cells.
        package var text: String
        package var code: String
    }

    package var title: String
    /// The title as HTML.
    package var heading: String
    /// Where the note says its title.
    package var titlePlace: Diagnostic.Place
    package var titleAnchor: String?
    package var author: String?
    /// A BCP 47 tag.
    package var language: String
    /// The beginning of its prose, for those who list the page.
    package var description: String
    package var body: String
    /// The table of contents as nested lists; empty where there is nothing to list.
    package var contents: String
    package var prelude: [String]
    package var variables: [VariableSummary]
    package var hasShapes: Bool
    package var math: MathUse
    package var diagnostics: [Diagnostic]

    // MARK: For the site

    package var sections: [Section] = []
    /// The names that a link can lead to.
    package var anchors: Set<String> = []
    /// The links to other files.
    package var links: [NoteLink] = []
    /// The pictures' files by their names in the note, and what the site calls them.
    package var pictures: [String: String] = [:]
}

extension NoteContent {
    /// Writes a note's content.
    package init(_ note: ExecutedNotebook, options: RenderOptions) {
        let language = NoteLanguage.tag(of: note.notebook)
        var writer = BodyWriter(note, options: options, phrases: Phrases(language: language))
        writer.write()
        let outline = writer.outline
        let source = note.notebook.source
        let line = outline.titleLine ?? 1
        self.init(
            title: outline.title.plainText, heading: writer.captured { $0.write($0.outline.title) },
            titlePlace: source.place(of: outline.title.plainText, from: line),
            titleAnchor: outline.titleAnchor, author: note.notebook.frontMatter.author,
            language: language, description: SectionReader.description(of: note.notebook, outline),
            body: writer.html,
            contents: outline.contents.count > 1 ? writer.contents() : "",
            prelude: note.prelude, variables: note.variables,
            hasShapes: options.showsShapes && note.runs.contains { !$0.shapeNotes.isEmpty },
            math: writer.math, diagnostics: writer.diagnostics)
        guard options.site != nil else { return }
        sections = SectionReader.sections(of: note.notebook, outline)
        anchors = writer.anchors.all
        links = writer.links
        pictures = writer.pictureFiles
    }

    /// What the templates of all frames take.
    package var templateValues: [String: Any] {
        var values: [String: Any] = [
            "language": language, "title": title, "heading": heading, "body": body,
            "hasShapes": hasShapes, "words": Phrases(language: language).values,
        ]
        values["titleAnchor"] = titleAnchor
        values["author"] = author
        if !contents.isEmpty { values["contents"] = ["tree": contents] }
        if !prelude.isEmpty { values["prelude"] = ["lines": prelude] }
        if !variables.isEmpty { values["variables"] = variables.templateValues }
        return values
    }
}
