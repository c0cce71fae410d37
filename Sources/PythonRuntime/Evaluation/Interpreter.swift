import Diagnostics
import PythonSyntax

/// A Python runtime: types, modules, and the machine that runs code. It lives on one thread.
package final class Interpreter {
    /// The built-in types.
    package private(set) var types: TypeTable!
    private(set) var typePointers: TypePointers!
    private(set) var characters: CharacterTable!
    /// What every module sees without an import.
    package let builtins = Namespace()
    /// The variables of the note: `__main__`.
    package private(set) var main: ModuleObject!
    package private(set) var notImplemented: Value = .none
    package private(set) var ellipsis: Value = .none
    private(set) var missing: Value = .none
    /// Where `print` and warnings go.
    package var output = OutputSink()
    package let modules = ModuleTable()
    /// What a line inside a block does that is no Python; true runs its statement again.
    package var runForeignLine: ((ForeignLine) throws -> Bool)?
    /// Values that modules share, by their own types: see `state(_:)`.
    private var states: [ObjectIdentifier: AnyObject] = [:]
    /// Turns errors of other rooms into Python's: asked in order until one answers.
    package var errorTranslators: [(Error, Interpreter) -> PythonError?] = []

    let machine = Machine()
    let releases = ReleaseQueue()
    private(set) var keptTypes: [TypeObject] = []
    private var isClosed = false
    let placeholder = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16)
    /// The value of the last displayed expression of the cell that runs.
    package var displayed: Value?
    /// The exception that an `except` block is handling; None outside.
    package var handling: Value { machine.handling.value }
    var identities = IdentityTable()
    var varying = VaryingCalls()
    /// Whether a program or a message was told a line of the file: see `line(of:in:)`.
    package internal(set) var hasReadLines = false
    /// The containers that are being printed, innermost included.
    var printing: Set<ObjectIdentifier> = []

    package init() {
        types = TypeTable(self)
        typePointers = TypePointers(types)
        characters = CharacterTable(in: self)
        main = ModuleObject("__main__", in: self)
        notImplemented = .object(SingletonObject("NotImplemented", type: types.notImplemented))
        ellipsis = .object(SingletonObject("Ellipsis", type: types.ellipsis))
        missing = .object(SingletonObject("<missing>", type: types.missing))
        machine.interpreter = .passUnretained(self)
        Builtins.define(in: self)
    }

    deinit {
        releases.runsFinalizers = false
        main.namespace.removeAll()
        // Objects refer to their types without a count: these go last, and only when nothing else is left.
        if isClosed { for type in keptTypes { type.forgetAncestors() } }
        placeholder.deallocate()
    }

    /// Forgets what modules share and whose `id` was asked for: the last that holds objects.
    func forgetStates() {
        (states, identities, isClosed) = ([:], IdentityTable(), true)
    }

    /// Keeps a class for as long as the interpreter lives: objects refer to it without a count.
    func keep(_ type: TypeObject) { keptTypes.append(type) }

    /// A value that modules share, made when it is first asked for.
    package func state<State: AnyObject>(_: State.Type, _ make: (Interpreter) -> State) -> State {
        if let known = states[ObjectIdentifier(State.self)] as? State { return known }
        let new = make(self)
        states[ObjectIdentifier(State.self)] = new
        return new
    }

    /// Whether modules share a value of a class already.
    package func hasState<State: AnyObject>(_: State.Type) -> Bool {
        states[ObjectIdentifier(State.self)] != nil
    }

    /// The classes of what modules share, with their names.
    var stateClasses: [(key: ObjectIdentifier, name: String)] {
        states.map { ($0.key, String(describing: Swift.type(of: $0.value))) }
            .sorted { $0.1 < $1.1 }
    }

    /// Whether an argument was left out whose default in the literal is `...`.
    package func isMissing(_ value: Value) -> Bool { value.isIdentical(to: missing) }

    // MARK: Running source

    /// Runs a source in a module. With `showsLast`, `displayed` holds the value of a last expression.
    package func run(
        _ source: SourceText, in namespace: Namespace? = nil, showsLast: Bool = false
    ) throws {
        _ = try runObserving(source, in: namespace, showsLast: showsLast, isObserved: false)
    }

    /// Runs a cell and gives what its own assignments produced last, in source order, even after a failure.
    /// Messages show the lines of `shown`, where the same code stands at the same places.
    package func runCell(
        _ source: SourceText, shownAs shown: SourceText? = nil
    ) -> (assignments: [Assignment], failure: PythonError?) {
        displayed = nil
        do {
            let code = try lower(
                source, shownAs: shown, namespace: main.namespace, showsLast: true,
                isObserved: true)
            do {
                _ = try machine.run(code, function: nil, arguments: [])
                return (assignments(of: code), nil)
            } catch {
                return (assignments(of: code), pythonError(error))
            }
        } catch {
            return ([], pythonError(error))
        }
    }

    private func runObserving(
        _ source: SourceText, in namespace: Namespace?, showsLast: Bool, isObserved: Bool
    ) throws -> CodeObject {
        displayed = nil
        let code = try lower(
            source, namespace: namespace ?? main.namespace, showsLast: showsLast,
            isObserved: isObserved)
        _ = try machine.run(code, function: nil, arguments: [])
        return code
    }

    private func lower(
        _ source: SourceText, shownAs shown: SourceText? = nil, namespace: Namespace,
        showsLast: Bool, isObserved: Bool
    ) throws -> CodeObject {
        try lower(
            CodeUnit(
                source, shownAs: shown, in: namespace, showsLast: showsLast, isObserved: isObserved)
        )
    }

    private func lower(_ unit: CodeUnit) throws -> CodeObject {
        do {
            let codes = try Lowering.codes(unit, in: self) { try warn($0, in: unit.shown) }
            return codes[codes.count - 1]
        } catch let fault as SyntaxFault {
            throw syntaxError(fault, in: unit.shown)
        }
    }

    /// Gives the warnings that CPython gives when it compiles.
    private func warn(_ remarks: [SyntaxRemark], in source: SourceText) throws {
        guard !remarks.isEmpty, let module = try modules.find("warnings", in: self),
            let warn = try moduleAttribute(module, "_of_syntax")
        else { return }
        for remark in remarks {
            let start = remark.span.start
            try call(
                warn,
                [
                    .string(remark.message, in: self), .string(source.name, in: self),
                    .int(line(of: start, in: source)),
                    .string(source.line(source.position(of: start).line), in: self),
                ])
        }
    }

    private func assignments(of code: CodeObject) -> [Assignment] {
        code.observed.enumerated().compactMap { index, observed in
            let slot = code.observations[index]
            guard !slot.isUndefined else { return nil }
            return Assignment(name: observed.name, span: observed.span, value: slot.value)
        }
    }

    /// The value of an expression in a module.
    package func evaluate(_ source: SourceText, in namespace: Namespace? = nil) throws -> Value {
        let code = try lower(
            CodeUnit(
                source, in: namespace ?? main.namespace, showsLast: true, isExpression: true))
        let outer = displayed
        defer { displayed = outer }
        displayed = nil
        _ = try machine.run(code, function: nil, arguments: [])
        return displayed ?? .none
    }

    /// The value of a default in a native signature's literal; `...` stands for "not given".
    func constant(_ expression: Expression) throws -> Value {
        switch expression.kind {
        case .ellipsis: return missing
        case .none: return .none
        case .bool(let value): return .bool(value)
        case .integer(.small(let value)): return .int(value)
        case .float(let value): return .float(value)
        case .string(let text): return .string(text, in: self)
        case .unary(.minus, let inner):
            switch try constant(inner) {
            case .int(let value): return .int(-value)
            case .float(let value): return .float(-value)
            default: break
            }
        case .tuple(let items): return .tuple(try items.map { try constant($0) }, in: self)
        default: break
        }
        throw typeError("a default in a native signature is not a literal")
    }

    /// Reads a native signature's literal.
    func parseSignature(
        _ text: String
    ) throws -> (name: String, parameters: Parameters, returns: Expression?) {
        do {
            return try Parser.parseSignature(text)
        } catch {
            throw syntaxError(error, in: SourceText(name: "<signature>", text: text))
        }
    }
}

/// What an assignment of a cell produced last.
package struct Assignment {
    package let name: String
    package let span: SourceSpan
    package let value: Value
}

/// Where printed text goes.
package struct OutputSink {
    package var stdout: (String) -> Void = { _ in }
    package var stderr: (String) -> Void = { _ in }
}

extension Interpreter {
    /// The line of a file that an offset stands on, for programs and messages: what is made of it holds only
    /// while the code stays where it is.
    package func line(of offset: Int, in source: SourceText) -> Int {
        hasReadLines = true
        return source.filePosition(of: offset).line
    }

    /// How many calls of Python functions may be inside each other.
    package var recursionLimit: Int {
        get { machine.recursionLimit }
        set { machine.recursionLimit = min(newValue, Machine.frameLimit) }
    }

    /// Ends, from any thread, what this interpreter is running.
    package var interruption: Interruption { machine.interruption }

    /// Throws where the running cell was interrupted: for native code that may run long.
    package func checkInterrupt() throws {
        if machine.interrupt.pointee != 0 { throw machine.interrupted() }
    }
}
