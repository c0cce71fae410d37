import Diagnostics
import PythonSyntax

/// A line inside a block that is no Python, `%time f()` or `!ls`: whoever runs the cells knows what it does.
package struct ForeignLine {
    package enum Phase {
        /// What the line does before its statement, or all that it does.
        case begins
        /// What it does behind its statement, which runs again where that gives true.
        case ends
    }

    /// The cell, and the line in it, from 1.
    package let source: SourceText
    package let number: Int
    package let phase: Phase

    package var text: String { source.line(number) }
}

/// Such a line is read as a `0` in its place, with the statement that it is about behind it.
extension Lowering {
    /// The line from 1 that a statement stands for; nil for Python.
    func foreignLine(_ statement: Statement) -> Int? {
        guard case .expression(let value) = statement.kind, case .integer(.small(0)) = value.kind
        else { return nil }
        let (shown, place) = (unit.source, statement.span.start)
        guard shown.utf8.indices.contains(place), shown.utf8[place] != UInt8(ascii: "0"),
            unit.origin.source.utf8[place] == UInt8(ascii: "0")
        else { return nil }
        // One that stands at the left is run by itself.
        let line = shown.lineIndex(of: place)
        return place > shown.lineStarts[line] ? line + 1 : nil
    }

    /// Whether a statement stands on a line.
    func stands(_ statement: Statement, on line: Int) -> Bool {
        unit.source.lineIndex(of: statement.span.start) == line - 1
    }

    /// Lowers the line with the statements behind it.
    func foreignLine(_ line: Int, at place: SourceSpan, _ body: ArraySlice<Statement>) throws {
        let start = unit.source.lineStarts[line - 1]
        let span = SourceSpan(place.start, start + unit.source.line(line).utf8.count)
        try scratch {
            let again = temporary()
            at(span) { emitCall(of: line, .begins, into: again) }
            guard !body.isEmpty else { return }
            let top = position
            for statement in body { try self.statement(statement) }
            at(span) {
                emitCall(of: line, .ends, into: again)
                emit(.jumpIfTrue, again, wide: top)
            }
        }
    }

    private func emitCall(of line: Int, _ phase: ForeignLine.Phase, into result: Register) {
        let foreign = ForeignLine(source: unit.source, number: line, phase: phase)
        let function = NativeFunction(
            "line()", .none { .bool(try $0.runForeignLine?(foreign) ?? false) }, in: unit.python)
        emit(.loadConstant, result, wide: constant(.object(function)))
        emit(.call, result, 0)
    }
}
