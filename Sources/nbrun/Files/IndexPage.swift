import Diagnostics
import Execution
import Foundation
import Notebooks
import Rendering

/// The page that lists a folder's notes, made from the same parts as theirs.
struct IndexPage {
    private let jobs: [Job]
    private let path: String
    private let templates: TemplateSet

    init(_ jobs: [Job], at path: String, templates: TemplateSet) {
        self.jobs = jobs
        self.path = path
        self.templates = templates
    }

    func write() throws {
        let notebook = Notebook(
            source: SourceText(name: path, text: ""), frontMatter: frontMatter,
            blocks: [
                Block(.list(Block.List(start: nil, isTight: true, items: jobs.map(item))), line: 1)
            ])
        let executed = ExecutedNotebook(notebook: notebook, runs: [], variables: [])
        let page = try OutputFormats.all[0].render(
            executed, options: RenderOptions(templates: templates))
        try WholeFile.write(page.bytes, to: path)
    }

    private var frontMatter: FrontMatter {
        var frontMatter = FrontMatter()
        frontMatter.title = "Notes"
        return frontMatter
    }

    private func item(for job: Job) -> Block.ListItem {
        let folder = PathParts.folder(of: path) + "/"
        let target =
            job.page.hasPrefix(folder) ? String(job.page.dropFirst(folder.count)) : job.page
        let link = Inline.link(
            destination: Self.escaped(target), title: "", [.text(title(of: job))])
        return Block.ListItem(blocks: [Block(.paragraph([link]), line: 1)])
    }

    private static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }

    /// The note's title: its front matter's, its first heading, or its file's name.
    private func title(of job: Job) -> String {
        guard let source = try? NoteFile.read(job.note),
            let notebook = try? NotebookFile.notebook(of: source)
        else { return job.note }
        if let title = notebook.frontMatter.title { return title }
        for block in notebook.blocks {
            if case .heading(_, let text) = block.kind { return text.plainText }
        }
        return PathParts.stem(of: PathParts.name(of: job.note))
    }
}
