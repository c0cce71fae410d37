import Diagnostics

/// Reads the options of a cell: the `#| key: value` lines at the head of its code, and those in the
/// braces of its fence.
///
/// The lines stay in the code, where they are comments, so that line numbers stay true.
struct CellOptionReader {
    private(set) var options = CellOptions()
    private(set) var diagnostics: [Diagnostic] = []

    /// The options that a cell can set.
    static let keys = [
        "echo", "eval", "output", "include", "label", "error", "test", "rtol", "atol", "tags",
    ]

    /// `tags` is the text of MyST's `:tags: [hide-input]`.
    init(_ source: SourceText, info: FenceInfo = FenceInfo(""), tags: String = "") {
        readTags(tags)
        for option in info.options { readBraced(option, in: source) }
        for line in 1...max(source.lineStarts.count, 1) {
            let text = source.line(line)
            if text.allSatisfy(\.isWhitespace) || readMarker(text) { continue }
            guard text.hasPrefix("#|") else { break }
            read(text, startingAt: source.lineStarts[line - 1], in: source)
        }
    }

    private mutating func read(_ line: String, startingAt start: Int, in source: SourceText) {
        let span = SourceSpan(start, start + line.utf8.count)
        let place = Diagnostic.Place(span, in: source)
        let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
        let key = trimmed(parts.first ?? "")
        guard parts.count == 2, !key.isEmpty else {
            warn(
                "this is no cell option", at: place, hints: ["an option is written `#| key: value`"]
            )
            return
        }
        guard CellOptionReader.keys.contains(key) else {
            warn("there is no cell option `\(key)`", at: place, hints: hints(for: key))
            return
        }
        set(key, to: trimmed(parts[1]), at: place)
    }

    /// Braces hold much that is meant for other programs: only what looks mistyped is reported.
    private mutating func readBraced(_ option: FenceInfo.Option, in source: SourceText) {
        let place = Diagnostic.Place(SourceSpan(0, 0), in: source)
        if CellOptionReader.keys.contains(option.key) {
            set(option.key, to: option.value, at: place)
        } else if Spelling.nearest(to: option.key, among: CellOptionReader.keys) != nil {
            warn(
                "there is no cell option `\(option.key)`", at: place, hints: hints(for: option.key))
        }
    }

    private mutating func readTags(_ tags: String) {
        for tag in tags.split(whereSeparator: { " ,[]\"'".contains($0) }) {
            switch tag {
            case "hide-input", "remove-input": options.echo = false
            case "hide-output", "remove-output": options.output = false
            case "hide-cell", "remove-cell": (options.echo, options.output) = (false, false)
            case "raises-exception": options.error = true
            case "skip-execution", "nbval-skip": options.eval = false
            case "nbval-raises-exception": options.error = true
            case "nbval-ignore-output", "nbval-test-listed": options.test = .skip
            case "nbval-check-output": options.test = .close
            case "parameters": options.isParameters = true
            default: continue
            }
        }
    }

    /// nbval's tags as comments: `# NBVAL_IGNORE_OUTPUT`.
    private mutating func readMarker(_ line: String) -> Bool {
        let word = trimmed(line.drop { $0 == "#" || $0 == " " })
        guard line.hasPrefix("#"), word.hasPrefix("NBVAL_"), !word.contains(" ") else {
            return false
        }
        readTags(word.lowercased().replacing("_", with: "-"))
        return true
    }

    private mutating func set(_ key: String, to value: String, at place: Diagnostic.Place) {
        switch key {
        case "label": options.label = unquoted(value)
        case "tags": readTags(value)
        case "test": setTest(to: unquoted(value), at: place)
        case "rtol": options.relativeTolerance = tolerance(key, value, at: place)
        case "atol": options.absoluteTolerance = tolerance(key, value, at: place)
        default: setSwitch(key, to: value, at: place)
        }
    }

    private mutating func setTest(to word: String, at place: Diagnostic.Place) {
        options.test = CellOptions.TestMode(rawValue: word)
        if options.test == nil {
            let modes = CellOptions.TestMode.allCases.map { "`\($0.rawValue)`" }
            warn(
                "there is no way of testing `\(word)`", at: place,
                hints: ["the ways are " + modes.joined(separator: ", ")])
        }
    }

    private mutating func tolerance(
        _ key: String, _ value: String, at place: Diagnostic.Place
    ) -> Double? {
        if let number = Double(unquoted(value)), number >= 0 { return number }
        warn("`\(key)` is a number from 0, not `\(value)`", at: place, hints: ["#| rtol: 1e-3"])
        return nil
    }

    private mutating func setSwitch(_ key: String, to value: String, at place: Diagnostic.Place) {
        guard let isOn = CellOptionReader.bool(unquoted(value)) else {
            warn(
                "the cell option `\(key)` is true or false, not `\(value)`", at: place, hints: [])
            return
        }
        switch key {
        case "echo": options.echo = isOn
        case "eval": options.eval = isOn
        case "output": options.output = isOn
        case "error": options.error = isOn
        default:
            options.echo = options.echo && isOn
            options.output = options.output && isOn
        }
    }

    /// The truth that a word of YAML, Python or R stands for.
    static func bool(_ word: String) -> Bool? {
        switch word.lowercased() {
        case "true", "yes", "on", "t": true
        case "false", "no", "off", "f": false
        default: nil
        }
    }

    private mutating func warn(_ message: String, at place: Diagnostic.Place, hints: [String]) {
        diagnostics.append(Diagnostic(.warning, message, at: place, hints: hints))
    }

    private func hints(for key: String) -> [String] {
        if let meant = Spelling.nearest(to: key, among: CellOptionReader.keys) {
            return ["did you mean `\(meant)`?"]
        }
        return [
            "the options are " + CellOptionReader.keys.map { "`\($0)`" }.joined(separator: ", ")
        ]
    }

    private func trimmed(_ text: some StringProtocol) -> String {
        let behind = text.drop(while: \.isWhitespace)
        let end = behind.lastIndex { !$0.isWhitespace }
        return end.map { String(behind[...$0]) } ?? ""
    }

    private func unquoted(_ value: String) -> String {
        guard value.count > 1, let first = value.first, first == value.last,
            first == "\"" || first == "'"
        else { return value }
        return String(value.dropFirst().dropLast())
    }
}
