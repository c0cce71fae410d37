import Diagnostics

@testable import PythonSyntax

extension TreeText {
    mutating func write(body: [Statement]) {
        add(" {")
        for statement in body { write(statement) }
        add("}")
    }

    mutating func write(_ statement: Statement) {
        let span = statement.span
        switch statement.kind {
        case .expression(let value): node("expr", span) { $0.write(value) }
        case .assignment(let targets, let value):
            node("assign", span) {
                $0.write(targets)
                $0.write(value)
            }
        case .augmented(let target, let operation, let value):
            node("aug \(operation.rawValue)", span) {
                $0.write(target)
                $0.write(value)
            }
        case .annotated(let target, let annotation, let value, let isSimple):
            node("ann \(isSimple ? 1 : 0)", span) {
                for part in [target, annotation, value] { $0.write(part) }
            }
        case .return(let value): node("return", span) { $0.write(value) }
        case .raise(let exception, let cause):
            node("raise", span) { for part in [exception, cause] { $0.write(part) } }
        case .assert(let test, let message):
            node("assert", span) { for part in [test, message] { $0.write(part) } }
        case .delete(let targets): node("del", span) { $0.write(targets) }
        case .pass: node("pass", span)
        case .break: node("break", span)
        case .continue: node("continue", span)
        case .global(let names): node("global \(names)", span)
        case .nonlocal(let names): node("nonlocal \(names)", span)
        case .import(let names): node("import", span) { $0.write(names) }
        case .importFrom(let module, let level, let names):
            node("from \(module) \(level)", span) {
                if let names { $0.write(names) } else { $0.add(" *") }
            }
        default: writeCompound(statement)
        }
    }

    private mutating func writeCompound(_ statement: Statement) {
        let span = statement.span
        switch statement.kind {
        case .if(let test, let then, let otherwise):
            node("if", span) { $0.write(test, then, otherwise) }
        case .while(let test, let body, let otherwise):
            node("while", span) { $0.write(test, body, otherwise) }
        case .for(let target, let iterable, let body, let otherwise):
            node("for", span) {
                $0.write(target)
                $0.write(iterable, body, otherwise)
            }
        case .with(let items, let body):
            node("with", span) {
                for item in items {
                    $0.write(item.context)
                    $0.write(item.target)
                }
                $0.write(body: body)
            }
        case .try(let attempt): node(attempt.isGroup ? "try*" : "try", span) { $0.write(attempt) }
        case .match(let subject, let cases):
            node("match", span) {
                $0.write(subject)
                for entry in cases { $0.write(entry) }
            }
        case .function(let function):
            node("def \(function.name)", span) {
                $0.write(decorators: function.decorators)
                $0.write(function.parameters)
                $0.write(function.returns)
                $0.write(body: function.body)
            }
        case .class(let type):
            node("class \(type.name)", span) {
                $0.write(decorators: type.decorators)
                $0.write(type.arguments)
                $0.write(body: type.body)
            }
        default: break
        }
    }

    private mutating func write(
        _ test: Expression, _ body: [Statement], _ otherwise: [Statement]
    ) {
        write(test)
        write(body: body)
        write(body: otherwise)
    }

    private mutating func write(decorators: [Expression]) {
        for decorator in decorators {
            add(" @")
            write(decorator)
        }
    }

    private mutating func write(_ attempt: TryStatement) {
        write(body: attempt.body)
        for handler in attempt.handlers {
            add(" except")
            write(handler.span)
            write(handler.type)
            add(" " + (handler.name ?? "~"))
            write(body: handler.body)
        }
        write(body: attempt.otherwise)
        write(body: attempt.finally)
    }

    private mutating func write(_ names: [ImportedName]) {
        for name in names {
            add(" \(name.name) \(name.alias ?? "~")")
            write(name.span)
        }
    }

    private mutating func write(_ entry: MatchCase) {
        add(" case")
        write(entry.pattern)
        write(entry.guardExpression)
        write(body: entry.body)
    }

    private mutating func write(_ pattern: Pattern) {
        let span = pattern.span
        switch pattern.kind {
        case .value(let value): node("pval", span) { $0.write(value) }
        case .singleton(let value): node("psing", span) { $0.write(value) }
        case .capture(let name): node("pcap \(name ?? "_")", span)
        case .star(let name): node("pstar \(name ?? "_")", span)
        case .sequence(let parts): node("pseq", span) { for part in parts { $0.write(part) } }
        case .or(let parts): node("por", span) { for part in parts { $0.write(part) } }
        case .as(let inner, let name): node("pas \(name)", span) { $0.write(inner) }
        case .mapping(let keys, let patterns, let rest):
            node("pmap", span) {
                for (key, part) in zip(keys, patterns) {
                    $0.write(key)
                    $0.write(part)
                }
                $0.add(" " + (rest ?? "~"))
            }
        case .class(let type, let positional, let keywords):
            node("pclass", span) {
                $0.write(type)
                for part in positional { $0.write(part) }
                for (name, part) in keywords {
                    $0.add(" \(name)=")
                    $0.write(part)
                }
            }
        }
    }
}
