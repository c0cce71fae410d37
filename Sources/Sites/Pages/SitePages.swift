import Notebooks
import Rendering

/// The pages that belong to no note.
struct SitePages {
    let frame: SiteFrame
    /// What `index.md` says; nil without one.
    let home: SiteNote.Result?

    private var words: SiteWords { SiteWords(language: frame.configuration.language) }

    /// The page a reader meets first: what `index.md` says, and all notes.
    func index() -> String {
        var values = home?.content.templateValues ?? plain(frame.configuration.title)
        values["allNotes"] = ["notes": frame.allNotes, "title": words.notes]
        values["contents"] = nil
        let title = home?.content.title ?? frame.configuration.title
        return frame.page(
            "index.html", values, title: title,
            description: frame.configuration.description ?? home?.content.description ?? "")
    }

    /// Every variable that the notes have at their end, models first.
    func variables() -> String {
        var values = plain(words.variables)
        values["listings"] = frame.notes.compactMap(listing)
        return frame.page("variables.html", values, title: words.variables, description: "")
    }

    /// What a server answers for a page that is not there, whatever its path.
    func notFound() -> String {
        var values = plain(words.notFound)
        values["allNotes"] = ["notes": frame.allNotes, "title": words.existing]
        return frame.page("404.html", values, title: words.notFound, description: "")
    }

    private func plain(_ title: String) -> [String: Any] {
        [
            "language": frame.configuration.language, "title": title, "heading": title.asText,
            "body": "", "words": PageWords.values(language: frame.configuration.language),
        ]
    }

    private func listing(of note: SiteNote) -> [String: Any]? {
        let content = note.result.content
        guard !content.variables.isEmpty else { return nil }
        let models = content.variables.filter(\.isModel)
        let others = content.variables.filter { !$0.isModel }
        return [
            "address": SitePath.escaped(note.page), "title": content.title,
            "language": content.language, "variables": (models + others).listing,
        ]
    }
}

extension VariableSummary {
    /// Whether the variable is a network: listed first, because it is what a note is about.
    var isModel: Bool {
        ["Sequential", "Functional", "Model"].contains(type) || preview.contains("keras.src.engine")
    }
}

extension String {
    /// The text as HTML.
    fileprivate var asText: String {
        var html = ""
        for character in self {
            switch character {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            default: html.append(character)
            }
        }
        return html
    }
}
