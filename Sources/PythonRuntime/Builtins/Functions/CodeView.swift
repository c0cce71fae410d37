/// `__code__`: what a program may ask about a function's body.
package final class CodeView: Object {
    let code: CodeObject

    init(_ code: CodeObject, in python: Interpreter) {
        self.code = code
        super.init(type: python.types.code)
    }

    fileprivate func firstLine(in python: Interpreter) -> Int {
        python.line(of: code.spans.first?.start ?? 0, in: code.source)
    }
}

extension CodeView: Receiver { package static var typeName: String { "code" } }

extension Builtins {
    /// Code objects.
    static func defineCodeView(_ m: ModuleBuilder) {
        let t = TypeBuilder(m.python.types.code, in: m.python)
        func read<R: ToPython>(
            _ name: String, _ get: @escaping (Interpreter, CodeView) throws -> R
        ) {
            t.property(name) { try get($0, CodeView.from($1, in: $0)) }
        }
        func texts(_ names: [String], _ python: Interpreter) -> Value {
            .tuple(names.map { .string($0, in: python) }, in: python)
        }
        read("co_name") { _, view in view.code.name }
        read("co_qualname") { _, view in view.code.qualifiedName }
        read("co_filename") { _, view in view.code.source.name }
        read("co_firstlineno") { python, view in view.firstLine(in: python) }
        read("co_argcount") { _, view in view.code.signature.positional.count }
        read("co_posonlyargcount") { _, view in view.code.signature.positionalOnlyCount }
        read("co_kwonlyargcount") { _, view in view.code.signature.keywordOnly.count }
        read("co_varnames") { python, view in texts(view.code.variableNames, python) }
        read("co_nlocals") { _, view in view.code.variableNames.count }
        read("co_freevars") { python, view in texts(view.code.freeNames, python) }
        read("co_names") { python, view in texts(view.code.globals.map(\.name), python) }
        read("co_flags") { _, view -> Int in
            let signature = view.code.signature
            return 3 | (signature.variadic == nil ? 0 : 4)
                | (signature.variadicKeyword == nil ? 0 : 8) | (view.code.isGenerator ? 32 : 0)
        }
        t.unary(.repr) { (python: Interpreter, view: Value) -> String in
            guard let view = view.object as? CodeView else {
                return "<code object <module> at \(python.address(view))>"
            }
            return
                "<code object \(view.code.name) at \(python.address(.object(view))), file \"\(view.code.source.name)\", line \(view.firstLine(in: python))>"
        }
    }
}
