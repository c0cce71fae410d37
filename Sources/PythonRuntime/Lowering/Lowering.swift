import Diagnostics
import PythonSyntax

/// A register of a call, counted from its first.
typealias Register = Int

/// Lowers one code body: the builder of its instructions, registers and tables.
///
/// Registers, from 0: parameters and other locals, cells, then temporaries as a stack.
final class Lowering {
    let unit: LoweringUnit
    let scope: Scope
    var parts: CodeObject.Parts
    /// The register of each local, cell and free name, by scope, since comprehensions rename.
    var registers: [[String: Register]] = [[:]]
    /// The scope whose names are meant: the code's own or that of a comprehension in it.
    var scopes: [Scope]
    var nextTemporary = 0
    /// Locals that are certainly bound here.
    var assigned: Set<Register> = []
    /// The temporary that the expression at hand alone writes: a call may be prepared in it.
    var freshTarget: Register?
    /// What `break`, `continue`, `return` and exceptions leave on their way out, innermost last.
    var blocks: [BlockContext] = []
    /// Code that leaves a block, with the block's depth: neither the block's handler nor those of blocks inside
    /// it cover it.
    var holes: [(depth: Int, range: Range<Int>)] = []
    private var constantIndices: [ConstantKey: Int] = [:]
    private var globalIndices: [String: Int] = [:]
    private var nameIndices: [String: Int] = [:]
    /// The span that the next instructions come from.
    var span = SourceSpan.none

    init(_ unit: LoweringUnit, scope: Scope, parts: CodeObject.Parts) {
        self.unit = unit
        self.scope = scope
        self.parts = parts
        scopes = [scope]
    }

    // MARK: Instructions

    @discardableResult
    func emit(_ operation: Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) -> Int {
        append(Instruction(operation, a, b, c))
    }

    @discardableResult
    func emit(_ operation: Operation, _ a: Int, wide: Int) -> Int {
        append(Instruction(operation, a, wide: wide))
    }

    private func append(_ instruction: Instruction) -> Int {
        parts.instructions.append(instruction)
        parts.spans.append(span)
        return parts.instructions.count - 1
    }

    var position: Int { parts.instructions.count }

    /// A jump whose target is not known yet.
    func jump(_ operation: Operation = .jump, _ a: Int = 0) -> Int { emit(operation, a, wide: 0) }

    /// Lets a jump lead here.
    func land(_ jump: Int) {
        parts.instructions[jump] = Instruction(
            parts.instructions[jump].operation, Int(parts.instructions[jump].a), wide: position)
    }

    func land(_ jumps: [Int]) { jumps.forEach { land($0) } }

    /// Emits code that comes from a node.
    @discardableResult
    func at<R>(_ node: SourceSpan, _ body: () throws -> R) rethrows -> R {
        let outer = span
        span = node
        defer { span = outer }
        return try body()
    }

    // MARK: Registers

    func temporary() -> Register {
        let register = nextTemporary
        nextTemporary += 1
        parts.registerCount = max(parts.registerCount, nextTemporary)
        return register
    }

    /// Consecutive temporaries.
    func temporaries(_ count: Int) -> Register {
        let first = nextTemporary
        nextTemporary += count
        parts.registerCount = max(parts.registerCount, nextTemporary)
        return first
    }

    /// Frees the temporaries that `body` takes.
    @discardableResult
    func scratch<R>(_ body: () throws -> R) rethrows -> R {
        let mark = nextTemporary
        defer { nextTemporary = mark }
        return try body()
    }

    // MARK: Tables

    /// What makes two constants the same: `1`, `1.0` and `True` are three.
    private enum ConstantKey: Hashable {
        case int(Int), float(UInt64), bool(Bool), none, string([UInt8])
    }

    func constant(_ value: Value) -> Int {
        let key: ConstantKey?
        switch value {
        case .none: key = ConstantKey.none
        case .int(let value): key = .int(value)
        case .float(let value): key = .float(value.bitPattern)
        case .bool(let value): key = .bool(value)
        case .object(let object):
            key = (object as? StringObject).map { .string(Array($0.string.utf8)) }
        }
        if let key, let index = constantIndices[key] { return index }
        parts.constants.append(value)
        if let key { constantIndices[key] = parts.constants.count - 1 }
        return parts.constants.count - 1
    }

    func name(_ name: String) -> Int {
        if let index = nameIndices[name] { return index }
        parts.names.append(name)
        nameIndices[name] = parts.names.count - 1
        return parts.names.count - 1
    }

    func global(_ name: String) -> Int {
        if let index = globalIndices[name] { return index }
        parts.globals.append(
            GlobalReference(
                name: name, cell: unit.namespace.cell(name), builtin: unit.builtins.cell(name)))
        globalIndices[name] = parts.globals.count - 1
        return parts.globals.count - 1
    }

    /// A cache for an attribute look-up, each place its own.
    func cache(_ name: String) -> Int {
        parts.cacheNames.append(name)
        return parts.cacheNames.count - 1
    }

    func code(_ code: CodeObject) -> Int {
        parts.codes.append(code)
        return parts.codes.count - 1
    }

    func finish() throws -> CodeObject {
        let limit = Int(UInt16.max)
        if parts.registerCount > limit || parts.cacheNames.count > limit
            || parts.names.count > limit
            || parts.codes.count > limit
        {
            throw SyntaxFault(
                .syntaxError, "the code of '\(parts.name)' is too large for one body", at: .none)
        }
        let code = CodeObject(parts, of: unit.origin, number: unit.made.count)
        unit.made.append(code)
        return code
    }
}

/// What all bodies of one source share.
final class LoweringUnit {
    let python: Interpreter
    let origin: CodeUnit
    let builtins: Namespace
    let scopes: [ScopeKey: Scope]
    /// What is Python, but hardly what was meant.
    var remarks: [SyntaxRemark] = []
    /// The codes that are done, inner ones first.
    var made: [CodeObject] = []

    init(_ python: Interpreter, origin: CodeUnit, scopes: [ScopeKey: Scope]) {
        self.python = python
        self.origin = origin
        builtins = python.builtins
        self.scopes = scopes
    }

    var source: SourceText { origin.shown }
    var namespace: Namespace { origin.namespace }
    /// Whether assignments of the source's own code are remembered, for a cell.
    var isObserved: Bool { origin.isObserved }

    func scope(_ kind: Scope.Kind, _ span: SourceSpan) -> Scope {
        scopes[ScopeKey(kind: kind, span: span)] ?? Scope(kind, in: nil)
    }
}

/// Something that a jump out of it must tidy up.
enum BlockContext {
    case loop(LoopContext)
    /// The body of `finally`, which every way out runs.
    case finally([Statement])
    /// A handler that restores what was handled before it; the register of its exception, and its name.
    case handler(register: Register, name: String?)
    /// A `with` whose exit is in a register.
    case context(register: Register, SourceSpan)
}

/// The jumps that leave a loop.
final class LoopContext {
    var breaks: [Int] = []
    var continues: [Int] = []
}
