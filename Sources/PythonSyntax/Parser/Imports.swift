import Diagnostics

extension SyntaxReader {
    /// `import a.b as c, d`.
    func importStatement() throws(ParseFailure) -> Statement.Kind {
        advance()
        var names: [ImportedName] = []
        repeat {
            let start = span
            let path = try dottedName()
            names.append(try imported(path, from: start))
        } while take(.comma)
        return .import(names)
    }

    private func dottedName() throws(ParseFailure) -> String {
        var path = try name().text
        while take(.dot) { path += "." + (try name().text) }
        return path
    }

    private func imported(
        _ path: String, from start: SourceSpan
    ) throws(ParseFailure) -> ImportedName {
        let alias = take(.as) ? try name().text : nil
        return ImportedName(name: path, alias: alias, span: span(from: start))
    }

    /// `from ..a.b import c as d`.
    func importFromStatement() throws(ParseFailure) -> Statement.Kind {
        advance()
        let level = dots()
        let module = level > 0 && kind == .import ? "" : try dottedName()
        try expect(.import)
        if take(.star) { return .importFrom(module: module, level: level, names: nil) }
        let names = try kind == .leftParenthesis ? enclosedNames() : openNames()
        return .importFrom(module: module, level: level, names: names)
    }

    /// The number of dots before a module's name.
    private func dots() -> Int {
        var level = 0
        while true {
            if take(.dot) {
                level += 1
            } else if take(.ellipsis) {
                level += 3
            } else {
                return level
            }
        }
    }

    private func enclosedNames() throws(ParseFailure) -> [ImportedName] {
        try expect(.leftParenthesis)
        var names: [ImportedName] = []
        repeat { names.append(try importedName()) } while take(.comma) && kind != .rightParenthesis
        try expect(.rightParenthesis)
        return names
    }

    private func openNames() throws(ParseFailure) -> [ImportedName] {
        var names: [ImportedName] = []
        repeat {
            if isExplaining, !names.isEmpty, kind == .newline {
                let message = "trailing comma not allowed without surrounding parentheses"
                throw faultAtFurthest(message)
            }
            names.append(try importedName())
        } while take(.comma)
        return names
    }

    private func importedName() throws(ParseFailure) -> ImportedName {
        let start = span
        return try imported(try name().text, from: start)
    }
}
