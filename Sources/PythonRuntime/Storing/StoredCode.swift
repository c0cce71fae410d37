import Diagnostics
import PythonSyntax

extension CodeUnit {
    /// The statements of the source, in the places of the one that is shown.
    func body() throws(SyntaxFault) -> [Statement] {
        guard isExpression else { return try Parser.parse(source).body }
        let expression = try Parser.parseExpression(source)
        return [Statement(.expression(expression), expression.span)]
    }
}

// Code is stored as its source: the same source becomes the same code.

extension StateWriter {
    /// One of the codes of a source.
    func write(_ code: CodeObject) throws {
        note(code)
        try write(code.unit, number: code.number)
    }

    func write(_ unit: CodeUnit, number: Int) throws {
        try share(unit) { unit in
            try write(unit.namespace)
            try write(unit.source)
            try write(unit.shown)
            write(unit.showsLast)
            write(unit.isObserved)
            write(unit.isExpression)
        }
        write(number)
    }

    /// A source, with the cell that its lines belong to instead of their places.
    func write(_ source: SourceText) throws {
        write(source.name)
        try write(block: source.utf8)
        guard let origin = source.origin else { return write(-1) }
        guard let cell = origins.firstIndex(of: origin) else {
            throw Unstorable("code of another note", name: name)
        }
        write(cell)
    }
}

extension StateReader {
    func code() throws -> CodeObject {
        let unit = try shared(unit)
        let codes = try codes[ObjectIdentifier(unit)] ?? lower(unit)
        self.codes[ObjectIdentifier(unit)] = codes
        let number = try int()
        guard codes.indices.contains(number) else { throw UnreadableState() }
        return codes[number]
    }

    private func unit() throws -> CodeUnit {
        let namespace = try namespace()
        let (text, shown) = (try source(), try source())
        return CodeUnit(
            text, shownAs: shown, in: namespace, showsLast: try flag(),
            isObserved: try flag(), isExpression: try flag())
    }

    func source() throws -> SourceText {
        let (name, text) = (try text(), Array(try block()))
        let cell = try int()
        guard cell >= 0 else { return SourceText(name: name, utf8: text) }
        guard origins.indices.contains(cell) else { throw UnreadableState() }
        return SourceText(name: name, utf8: text, origin: origins[cell])
    }

    private func lower(_ unit: CodeUnit) throws -> [CodeObject] {
        do {
            return try Lowering.codes(unit, in: python)
        } catch is SyntaxFault {
            throw UnreadableState()
        }
    }
}
