import Rendering

/// What stands around the content of every page of a site.
struct SiteFrame: Sendable {
    let configuration: SiteConfiguration
    let notes: [SiteNote]
    let templates: TemplateSet
    let policy: String
    let theme: String
    /// The addresses of the shared files, their versions included, without the way to the root.
    let assets: Assets
    let isPreview: Bool

    struct Assets: Sendable {
        let style: String
        let script: String
        let math: String?
        let index: String
    }

    /// Notes named beside a page: the list stays short however many there are.
    private static let neighbours = 20

    /// A note's page.
    func page(of index: Int) -> String {
        let note = notes[index]
        var values = note.result.content.templateValues
        let root = SitePath.root(from: note.page)
        add(to: &values, page: note.page, title: note.result.content.title)
        values["description"] = note.result.content.description
        values["notes"] = list(around: index, root: root)
        var around: [String: Any] = [:]
        if index > 0 { around["previous"] = entry(notes[index - 1], root: root) }
        if index + 1 < notes.count { around["next"] = entry(notes[index + 1], root: root) }
        if let repository = configuration.repository {
            around["source"] = "\(repository)/blob/HEAD/\(SitePath.escaped(note.file))"
        }
        values["around"] = around
        return render(values)
    }

    /// A page of the site's own: home, variables.
    func page(_ path: String, _ content: [String: Any], title: String, description: String)
        -> String
    {
        var values = content
        add(to: &values, page: path, title: title)
        values["description"] = description
        values["notes"] = list(around: nil, root: SitePath.root(from: path))
        return render(values)
    }

    private func render(_ values: [String: Any]) -> String {
        templates.render("site", values)
    }

    private func add(to values: inout [String: Any], page: String, title: String) {
        let root = SitePath.root(from: page)
        var site: [String: Any] = [
            "title": configuration.title, "language": configuration.language,
            "words": SiteWords(language: configuration.language).values,
        ]
        site["repository"] = configuration.repository
        if let url = configuration.url { site["address"] = url + "/" + SitePath.escaped(page) }
        site["isPreview"] = isPreview
        values["site"] = site
        values["root"] = root
        values["policy"] = policy.escapedForAttribute
        values["theme"] = theme
        values["style"] = assets.style
        values["script"] = assets.script
        values["math"] = assets.math
        values["index"] = assets.index
        values["kind"] = page == "index.html" ? "website" : "article"
    }

    private func entry(_ note: SiteNote, root: String) -> [String: Any] {
        [
            "address": root + SitePath.escaped(note.page), "title": note.result.content.title,
            "language": note.result.content.language,
        ]
    }

    /// The notes around one of them, its own contents under it; the first ones where there is none.
    private func list(around current: Int?, root: String) -> [[String: Any]] {
        let middle = (current ?? 0) - Self.neighbours / 2
        let start = max(0, min(middle, notes.count - Self.neighbours))
        let end = min(notes.count, start + Self.neighbours)
        return (start..<end).map { position in
            var values = entry(notes[position], root: root)
            if position == current {
                values["isCurrent"] = true
                let tree = notes[position].result.content.contents
                if !tree.isEmpty { values["tree"] = tree }
            }
            return values
        }
    }

    /// All notes, for the home page.
    var allNotes: [[String: Any]] {
        notes.map { note in
            var values = entry(note, root: "")
            values["description"] = note.result.content.description
            return values
        }
    }
}

extension String {
    fileprivate var escapedForAttribute: String {
        split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
    }
}
