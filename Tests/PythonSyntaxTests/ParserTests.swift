import Diagnostics
import Testing

@testable import PythonSyntax

/// Python text becomes the tree that CPython builds, and a mistake is worded and placed as CPython does.
struct ParserTests {
    @Test func treesEqualCPythons() throws {
        for reference in try References.trees() {
            let source = SourceText(name: "", text: reference.source)
            do {
                let tree = TreeText.of(try Parser.parse(source).body)
                #expect(tree == reference.tree, "\(reference.source)")
            } catch {
                Issue.record("\(reference.source): \(error.message)")
            }
        }
    }

    @Test func mistakesAreWordedAsByCPython() throws {
        for reference in try References.faults() {
            let source = SourceText(name: "", text: reference.source)
            guard let fault = fault(in: source) else {
                Issue.record("\(reference.source): no fault")
                continue
            }
            #expect(fault.kind.rawValue == reference.kind, "\(reference.source)")
            #expect(fault.message == reference.message, "\(reference.source)")
        }
    }

    @Test func mistakesArePlacedAsByCPython() throws {
        for reference in try References.faults() {
            let source = SourceText(name: "", text: reference.source)
            guard let line = reference.line, let column = reference.column,
                let fault = fault(in: source)
            else { continue }
            let place = ShownPlace(fault, in: source)
            #expect(place.line == line, "\(reference.source)")
            #expect(place.column == column, "\(reference.source)")
            if let endColumn = reference.endColumn {
                #expect(place.endColumn == endColumn, "\(reference.source)")
            } else {
                #expect(
                    place.endLine > line || place.endColumn <= column + 1, "\(reference.source)")
            }
        }
    }

    @Test func expressionsAreReadAlone() throws {
        let tuple = try Parser.parseExpression(SourceText(name: "", text: "a,\\\n b\n"))
        guard case .tuple(let elements) = tuple.kind else {
            Issue.record("no tuple")
            return
        }
        #expect(elements.count == 2)
        #expect(throws: SyntaxFault.self) {
            try Parser.parseExpression(SourceText(name: "", text: "a = 1"))
        }
        #expect(throws: SyntaxFault.self) {
            try Parser.parseExpression(SourceText(name: "", text: ""))
        }
    }

    @Test func signaturesAreReadLikeDefinitions() throws {
        let text = "sorted(iterable, /, *, key=None, reverse: bool = False) -> list"
        let (name, parameters, returns) = try Parser.parseSignature(text)
        #expect(name == "sorted")
        #expect(parameters.positionalOnly.map(\.name) == ["iterable"])
        #expect(parameters.positionalOrKeyword.isEmpty)
        #expect(parameters.variadic == nil)
        #expect(parameters.keywordOnly.map(\.name) == ["key", "reverse"])
        #expect(parameters.keywordOnly.allSatisfy { $0.defaultValue != nil })
        #expect(returns != nil)
        #expect(throws: SyntaxFault.self) { try Parser.parseSignature("f(a=1, b)") }
        #expect(throws: SyntaxFault.self) { try Parser.parseSignature("f(a) b") }
    }

    @Test func asynchronousCodeIsRefusedByName() {
        for text in ["async def f(): pass", "await x", "[x async for x in y]", "x = await y"] {
            let found = fault(in: SourceText(name: "", text: text))
            #expect(found?.message.contains("is not supported") == true, "\(text)")
        }
    }

    @Test func loneSurrogatesAreKept() throws {
        let text = try Parser.parseExpression(SourceText(name: "", text: #"'\ud800'"#))
        guard case .string(let string) = text.kind else {
            Issue.record("\(text.kind)")
            return
        }
        #expect(string.unicodeScalars.map(\.codePoint) == [0xD800])
    }

    private func fault(in source: SourceText) -> SyntaxFault? {
        do throws(SyntaxFault) {
            _ = try Parser.parse(source)
            return nil
        } catch {
            return error
        }
    }
}

/// Where CPython shows a fault: in the line, or in the field of an f-string between parentheses.
private struct ShownPlace {
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int

    init(_ fault: SyntaxFault, in source: SourceText) {
        let start = source.position(of: fault.span.start)
        let end = source.position(of: fault.span.end)
        (line, endLine) = (start.line, end.line)
        (column, endColumn) = (start.column, end.column)
        guard let field = fault.field else { return }
        // The field begins in column 2, behind the parenthesis.
        let opening = source.position(of: field.start)
        guard opening.line == start.line else { return }
        let shift = opening.column - 2
        (column, endColumn) = (column - shift, endColumn - shift)
    }
}
