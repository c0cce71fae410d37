import Diagnostics
import Yams

/// Reads `site.yml`.
struct SiteConfigurationReader {
    private(set) var configuration = SiteConfiguration()
    private(set) var diagnostics: [Diagnostic] = []

    private let source: SourceText
    private static let keys = [
        "title", "language", "description", "author", "url", "repository", "order",
    ]

    init(_ source: SourceText) throws {
        self.source = source
        do {
            guard let root = try Yams.compose(yaml: source.text) else { return }
            guard let mapping = root.mapping else {
                throw Diagnostic(
                    .error, "\(source.name) is not a list of options",
                    at: place(line: 1, column: 1), hints: ["title: My course"])
            }
            for (key, value) in mapping { read(key, value) }
        } catch let error as YamlError {
            throw diagnostic(of: error)
        }
    }

    private mutating func read(_ key: Node, _ value: Node) {
        let name = key.string ?? ""
        switch name {
        case "title": configuration.title = text(value, name) ?? configuration.title
        case "language", "lang":
            configuration.language = text(value, name) ?? configuration.language
        case "description": configuration.description = text(value, name)
        case "author": configuration.author = text(value, name)
        case "url": configuration.url = address(value, name)
        case "repository": configuration.repository = address(value, name)
        case "order": readOrder(value)
        default:
            let near = Spelling.nearest(to: name, among: Self.keys)
            warn(
                "there is no option `\(name)`", at: key,
                near.map { "did you mean `\($0)`?" }
                    ?? "there are " + Self.keys.map { "`\($0)`" }.joined(separator: ", "))
        }
    }

    private mutating func text(_ node: Node, _ name: String) -> String? {
        if let text = node.scalar?.string, !text.isEmpty { return text }
        warn("`\(name)` is a text", at: node, "\(name): …")
        return nil
    }

    private mutating func address(_ node: Node, _ name: String) -> String? {
        guard let text = text(node, name) else { return nil }
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
            warn("`\(name)` is an address on the web", at: node, "\(name): https://…")
            return nil
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private mutating func readOrder(_ node: Node) {
        guard let items = node.sequence else {
            warn("`order` is a list of notes", at: node, "order: [first.md, second.md]")
            return
        }
        for item in items {
            guard let name = item.scalar?.string else {
                warn("`order` is a list of notes", at: item, "- first.md")
                continue
            }
            configuration.order.append(.init(name: name, line: item.mark?.line ?? 1))
        }
    }

    // MARK: Mistakes

    private mutating func warn(_ message: String, at node: Node, _ hint: String) {
        let mark = node.mark
        diagnostics.append(
            Diagnostic(
                .warning, message, at: place(line: mark?.line ?? 1, column: mark?.column ?? 1),
                hints: [hint]))
    }

    private func place(line: Int, column: Int) -> Diagnostic.Place {
        Diagnostic.Place(
            file: source.name, position: SourcePosition(line: line, column: column),
            excerpt: Diagnostic.Excerpt(line: source.line(line), column: column, width: 1))
    }

    private func diagnostic(of error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(
                .error, "\(source.name) is not YAML: \(problem)",
                at: place(line: mark.line, column: mark.column))
        default: Diagnostic(.error, "\(source.name) is not YAML: \(error)")
        }
    }
}
