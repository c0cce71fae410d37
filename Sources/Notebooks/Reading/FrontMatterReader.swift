import Diagnostics
import Yams

/// Reads the YAML between two `---` lines at the head of a note.
///
/// A rule at the start of a note is not front matter: that needs a closing line and, right under
/// the opening one, a line that begins a mapping.
struct FrontMatterReader {
    private(set) var frontMatter = FrontMatter()
    private(set) var diagnostics: [Diagnostic] = []
    /// The lines that the front matter takes, both rules included.
    private(set) var lineCount = 0

    private let note: NoteText

    init(_ note: NoteText) {
        self.note = note
        guard let closing = closingLine() else { return }
        let yaml = note.string(note.lines(1..<closing))
        do {
            guard let root = try Yams.compose(yaml: yaml) else {
                lineCount = closing + 1
                return
            }
            guard let mapping = root.mapping else { return }
            lineCount = closing + 1
            read(mapping)
        } catch {
            lineCount = closing + 1
            report(error, closing: closing)
        }
    }

    private func closingLine() -> Int? {
        guard note.lineCount > 1, isRule(0), isKeyOrComment(1) else { return nil }
        return (1..<note.lineCount).first { isRule($0) || text($0) == "..." }
    }

    private func isRule(_ line: Int) -> Bool { text(line) == "---" }

    private func text(_ line: Int) -> String {
        String(decoding: BlockStart.trimmed(note.bytes[note.line(line)]), as: UTF8.self)
    }

    /// Whether a line can be the first one of a YAML mapping.
    private func isKeyOrComment(_ line: Int) -> Bool {
        let bytes = note.bytes[note.line(line)]
        guard let first = bytes.first, !first.isWhitespace else { return false }
        if isRule(line) || first == ASCII.hash { return isRule(line) || bytes.count > 0 }
        return bytes.contains(ASCII.colon) || first == ASCII.openBrace
    }

    // MARK: Keys

    private mutating func read(_ mapping: Node.Mapping) {
        frontMatter.title = text(mapping["title"])
        frontMatter.author = text(mapping["author"]) ?? text(mapping["authors"])
        frontMatter.language = text(mapping["lang"]) ?? text(mapping["language"])
        guard let options = mapping["nbrun"] else { return }
        guard let nbrun = options.mapping else {
            warn("`nbrun` takes a list of options", at: options, hint: "nbrun: {seed: 7}")
            return
        }
        for (key, value) in nbrun { read(key, value) }
    }

    private mutating func read(_ key: Node, _ value: Node) {
        switch key.string {
        case "seed":
            frontMatter.seed = value.scalar.flatMap { UInt64($0.string) }
            if frontMatter.seed == nil {
                warn("`seed` is a whole number from 0", at: value, hint: "seed: 7")
            }
        case "prelude":
            frontMatter.prelude = value.bool ?? value.string.flatMap(CellOptionReader.bool)
            if frontMatter.prelude == nil {
                warn("`prelude` is true or false", at: value, hint: "prelude: false")
            }
        case let name?:
            if let meant = Spelling.nearest(to: name, among: ["seed", "prelude"]) {
                warn("there is no option `\(name)`", at: key, hint: "did you mean `\(meant)`?")
            }
        case nil: break
        }
    }

    /// A text, or the texts of a list.
    private func text(_ node: Node?) -> String? {
        switch node {
        case .scalar(let scalar)?: scalar.string.isEmpty ? nil : scalar.string
        case .sequence(let items)?:
            items.isEmpty ? nil : items.compactMap { text($0) }.joined(separator: ", ")
        case .mapping(let mapping)?: text(mapping["name"])
        default: nil
        }
    }

    // MARK: Mistakes

    private mutating func warn(_ message: String, at node: Node, hint: String) {
        let place = node.mark.map { self.place(line: $0.line, column: $0.column) }
        diagnostics.append(Diagnostic(.warning, message, at: place, hints: [hint]))
    }

    private mutating func report(_ error: any Error, closing: Int) {
        var message = "\(error)"
        var mark: Mark?
        if case .scanner(_, let problem, let at, _)? = error as? YamlError {
            (message, mark) = (problem, at)
        } else if case .parser(_, let problem, let at, _)? = error as? YamlError {
            (message, mark) = (problem, at)
        } else if case .composer(_, let problem, let at, _)? = error as? YamlError {
            (message, mark) = (problem, at)
        } else if let error = error as? YamlError,
            case .duplicatedKeysInMapping(let keys, _) = error
        {
            message = "the key `\(keys.first.map { "\($0)" } ?? "")` stands there twice"
        }
        let place = self.place(line: min(mark?.line ?? 1, closing), column: mark?.column ?? 1)
        diagnostics.append(
            Diagnostic(
                .error, "the front matter is not YAML: \(message)", at: place,
                hints: ["its title and options are not used"]))
    }

    /// A place that YAML counts from the line under the opening rule.
    private func place(line: Int, column: Int) -> Diagnostic.Place {
        let range = note.line(min(line, note.lineCount - 1))
        let text = note.string(range)
        let before = String(text.unicodeScalars.prefix(max(column - 1, 0))).utf8.count
        let start = range.lowerBound + min(before, max(range.count - 1, 0))
        return note.place(start..<start + 1)
    }
}
