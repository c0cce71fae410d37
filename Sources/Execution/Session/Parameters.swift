import Diagnostics
import Notebooks
import PythonRuntime
import PythonSyntax

/// Values that the command line gives to names of a note, in the place of its own.
package struct Parameters: Sendable, Codable {
    /// A name and its value as Python writes it.
    package struct Assignment: Sendable, Hashable, Codable {
        package let name: String
        package let value: String

        /// Reads `name=value`. A number, `true`, `false`, `none` and a Python literal stand for themselves,
        /// anything else is text. Nil without a name.
        package init?(_ text: String) {
            guard let equals = text.firstIndex(of: "=") else { return nil }
            name = String(text[..<equals])
            guard name.first?.isNumber == false,
                name.allSatisfy({ $0 == "_" || $0.isLetter || $0.isNumber })
            else { return nil }
            value = Self.literal(String(text[text.index(after: equals)...]))
        }

        private static func literal(_ text: String) -> String {
            switch text.lowercased() {
            case "true", "yes", "on": return "True"
            case "false", "no", "off": return "False"
            case "none", "null", "~": return "None"
            default: break
            }
            let source = SourceText(name: "-p", text: text)
            if let expression = try? Parser.parseExpression(source), isLiteral(expression) {
                return text
            }
            return quoted(text)
        }

        private static func isLiteral(_ expression: Expression) -> Bool {
            switch expression.kind {
            case .integer, .float, .imaginary, .string, .bytes: true
            case .unary(_, let operand): isLiteral(operand)
            case .list(let items), .tuple(let items): items.allSatisfy(isLiteral)
            default: false
            }
        }

        private static func quoted(_ text: String) -> String {
            var quoted = "'"
            for scalar in text.unicodeScalars {
                switch scalar {
                case "'", "\\": quoted += "\\\(scalar)"
                case "\n": quoted += "\\n"
                case "\r": quoted += "\\r"
                default: quoted.unicodeScalars.append(scalar)
                }
            }
            return quoted + "'"
        }
    }

    package var assignments: [Assignment]

    package init(_ assignments: [Assignment] = []) { self.assignments = assignments }

    /// The lines that give the names their values.
    var lines: [String] { assignments.map { "\($0.name) = \($0.value)" } }

    /// What to say about names that the note's parameters cell does not know.
    func mistakes(in notebook: Notebook) -> [Diagnostic] {
        guard let cell = notebook.cells.first(where: \.options.isParameters),
            let module = try? Parser.parse(cell.source)
        else { return [] }
        let known = ModuleNames(module).bound.sorted()
        return assignments.filter { !known.contains($0.name) }.map { assignment in
            let near = Spelling.nearest(to: assignment.name, among: known)
            return Diagnostic(
                .warning, "the note has no parameter `\(assignment.name)`",
                at: Diagnostic.Place(SourceSpan(0, 1), in: cell.source),
                hints: near.map { ["did you mean `\($0)`?"] }
                    ?? ["its parameters are " + known.map { "`\($0)`" }.joined(separator: ", ")])
        }
    }
}
