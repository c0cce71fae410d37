import Diagnostics
import Notebooks

/// Writes the body of a page: the note's blocks in their order, with cells and their outputs where they stand.
struct BodyWriter {
    let note: ExecutedNotebook
    let options: RenderOptions
    let phrases: Phrases
    let outline: Outline
    let equations: EquationTags

    var html = ""
    var diagnostics: [Diagnostic] = []
    var anchors: AnchorNames
    var sanitizer = HTMLSanitizer()
    var footnotes: [(label: String, number: Int, blocks: [Block])] = []
    /// The line of the block being written.
    var line = 1
    var depth = 0
    /// Inside a link, where no other may stand.
    var isInLink = false
    /// Inside what a cell displays, whose headings are no sections of the note.
    var isInOutput = false
    /// What the page warned of once and need not repeat.
    var warned: Set<String> = []
    var pictures: [String: Picture] = [:]
    var math = MathUse()
    /// Links to places in the note, with their lines.
    var localLinks: [(anchor: String, line: Int)] = []
    /// Links to other files of the site.
    var links: [NoteLink] = []
    /// Pictures that the site keeps as files: their names in the note and in the site.
    var pictureFiles: [String: String] = [:]

    init(_ note: ExecutedNotebook, options: RenderOptions, phrases: Phrases) {
        self.note = note
        self.options = options
        self.phrases = phrases
        anchors = AnchorNames(reserved: ["content", "variables", "footnotes", "contents"])
        outline = Outline(note.notebook, anchors: &anchors)
        equations = EquationTags(note.notebook, anchors: &anchors)
    }

    var source: SourceText { note.notebook.source }

    /// Writes the whole note, its footnotes last.
    mutating func write() {
        container { writer in
            for block in writer.note.notebook.blocks { writer.write(block) }
        }
        writeFootnotes()
        for link in localLinks where !anchors.contains(link.anchor) {
            line = link.line
            warn("nothing in the note is called #\(link.anchor)", at: link.anchor)
        }
    }

    /// Writes the content of an element, outside of which the note's raw HTML cannot reach.
    mutating func container(_ body: (inout BodyWriter) -> Void) {
        let outer = sanitizer.enter()
        body(&self)
        html += sanitizer.leave(outer)
    }

    /// What `body` writes, apart from the page.
    mutating func captured(_ body: (inout BodyWriter) -> Void) -> String {
        let before = html
        html = ""
        body(&self)
        defer { html = before }
        return html
    }

    /// Takes a line of the note as the one being written; what a cell displays stands at the cell's.
    mutating func stand(at line: Int) {
        if !isInOutput { self.line = line }
    }

    mutating func warn(_ message: String, at text: String, hints: [String] = []) {
        diagnostics.append(
            Diagnostic(.warning, message, at: source.place(of: text, from: line), hints: hints))
    }

    mutating func warnOnce(_ message: String, at text: String, hints: [String] = []) {
        if warned.insert(message).inserted { warn(message, at: text, hints: hints) }
    }
}
