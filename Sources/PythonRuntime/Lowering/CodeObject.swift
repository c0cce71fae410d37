import Diagnostics
import PythonSyntax

/// A function body, a class body or a cell as the machine runs it.
final class CodeObject {
    /// What the code was made from, and which of its codes it is.
    let unit: CodeUnit
    let number: Int
    let name: String
    let qualifiedName: String
    let source: SourceText
    let namespace: Namespace
    let signature: Signature
    let documentation: String?
    let isGenerator: Bool
    /// Whether a call with as many positional arguments as there are parameters needs no binding.
    let isPlain: Bool
    let parameterCount: Int
    let registerCount: Int

    let instructions: UnsafeMutablePointer<Instruction>
    let count: Int
    /// Where each instruction comes from.
    let spans: [SourceSpan]
    let constants: UnsafeMutablePointer<Slot>
    let constantCount: Int
    let names: [String]
    /// Names of keyword arguments, by call.
    let keywordNames: [[String]]
    let codes: [CodeObject]
    let globals: [GlobalReference]
    /// The cells of `globals`, without Swift's counting.
    let globalCells: UnsafeMutablePointer<GlobalCells>
    let caches: UnsafeMutablePointer<InlineCache>
    private let cacheCount: Int
    let handlers: [HandlerRange]
    /// Where comprehensions run, inner ones first.
    let comprehensions: [ComprehensionRange]
    /// The names of the registers that are variables.
    let localNames: [Register: String]
    /// The names of captured variables, in the order of the function's closure.
    let freeNames: [String]
    /// The assignments whose values a cell remembers.
    let observed: [ObservedAssignment]
    let observations: UnsafeMutablePointer<Slot>

    init(_ parts: Parts, of unit: CodeUnit, number: Int) {
        self.unit = unit
        self.number = number
        name = parts.name
        qualifiedName = parts.qualifiedName
        source = parts.source
        namespace = parts.namespace
        signature = parts.signature
        documentation = parts.documentation
        isGenerator = parts.isGenerator
        isPlain = parts.signature.isPlain
        parameterCount = parts.signature.count
        registerCount = parts.registerCount
        count = parts.instructions.count
        instructions = .allocate(capacity: max(count, 1))
        instructions.initialize(from: parts.instructions, count: count)
        spans = parts.spans
        constantCount = parts.constants.count
        constants = .allocate(capacity: max(constantCount, 1))
        for (index, value) in parts.constants.enumerated() {
            constants[index] = Slot(counting: value)
        }
        names = parts.names
        keywordNames = parts.keywordNames
        codes = parts.codes
        globals = parts.globals
        globalCells = .allocate(capacity: max(globals.count, 1))
        for (index, global) in globals.enumerated() {
            (globalCells + index).initialize(
                to: GlobalCells(
                    module: Unmanaged.passUnretained(global.cell),
                    builtin: Unmanaged.passUnretained(global.builtin)))
        }
        cacheCount = parts.cacheNames.count
        caches = .allocate(capacity: max(cacheCount, 1))
        for (index, name) in parts.cacheNames.enumerated() {
            (caches + index).initialize(to: InlineCache(name: name))
        }
        handlers = parts.handlers
        comprehensions = parts.comprehensions
        localNames = parts.localNames
        freeNames = parts.freeNames
        observed = parts.observed
        observations = .allocate(capacity: max(parts.observed.count, 1))
        observations.initialize(repeating: .undefined, count: parts.observed.count)
    }

    deinit {
        for index in 0..<constantCount { constants[index].release() }
        for index in 0..<observed.count { observations[index].release() }
        for index in 0..<cacheCount { caches[index].slot.release() }
        caches.deinitialize(count: cacheCount)
        caches.deallocate()
        globalCells.deallocate()
        observations.deallocate()
        constants.deallocate()
        instructions.deallocate()
    }

    /// What the lowering hands over.
    struct Parts {
        var name = "<module>"
        var qualifiedName = "<module>"
        var source: SourceText
        var namespace: Namespace
        var signature: Signature
        var documentation: String?
        var isGenerator = false
        var registerCount = 0
        var instructions: [Instruction] = []
        var spans: [SourceSpan] = []
        var constants: [Value] = []
        var names: [String] = []
        var keywordNames: [[String]] = []
        var codes: [CodeObject] = []
        var globals: [GlobalReference] = []
        var cacheNames: [String] = []
        var handlers: [HandlerRange] = []
        var comprehensions: [ComprehensionRange] = []
        var localNames: [Register: String] = [:]
        var freeNames: [String] = []
        var observed: [ObservedAssignment] = []
    }
}

extension CodeObject {
    /// A constant that is an object.
    func constantObject(at index: Int) -> Object? {
        guard index >= 0, index < constantCount else { return nil }
        return constants[index].value.object
    }

    /// The innermost handler of an instruction's exceptions.
    func handler(at index: Int) -> HandlerRange? {
        for handler in handlers where handler.start <= index && index < handler.end {
            return handler
        }
        return nil
    }
}

/// How a source became code, and can become the same code again.
final class CodeUnit {
    /// The source as it was read.
    let source: SourceText
    /// The source that messages show: the same code stands at the same places.
    let shown: SourceText
    let namespace: Namespace
    let showsLast: Bool
    let isObserved: Bool
    let isExpression: Bool

    init(
        _ source: SourceText, shownAs shown: SourceText? = nil, in namespace: Namespace,
        showsLast: Bool, isObserved: Bool = false, isExpression: Bool = false
    ) {
        self.source = source
        self.shown = shown ?? source
        self.namespace = namespace
        self.showsLast = showsLast
        self.isObserved = isObserved
        self.isExpression = isExpression
    }
}

/// What a call needs of a code body, as plain numbers; whoever holds one keeps the code alive.
struct CodeBody {
    let code: Unmanaged<CodeObject>
    let registerCount: Int
    let start: UnsafeMutablePointer<Instruction>

    init(_ code: CodeObject) {
        self.code = Unmanaged.passUnretained(code)
        registerCount = code.registerCount
        start = code.instructions
    }
}

/// A name of the module: its variable, and the built-in that it hides.
struct GlobalReference {
    let name: String
    let cell: GlobalCell
    let builtin: GlobalCell
}

/// The two cells of a global name, kept alive by the code's `GlobalReference`.
struct GlobalCells {
    let module: Unmanaged<GlobalCell>
    let builtin: Unmanaged<GlobalCell>
}

/// Instructions whose exceptions go to a handler.
struct HandlerRange {
    var start: Int
    var end: Int
    var handler: Int
    /// The register that takes the exception.
    var register: Int
}

/// Instructions of a comprehension, which tracebacks show as a call.
struct ComprehensionRange {
    let start: Int
    let end: Int
    /// `<listcomp>`
    let name: String
    let span: SourceSpan
}

/// An assignment in a cell's own code.
struct ObservedAssignment {
    var name: String
    var span: SourceSpan
}

/// What an attribute look-up found last time, and when that is still true.
struct InlineCache {
    enum Found: UInt8 {
        case nothing
        /// A field of the instance: `index`.
        case field
        /// A function of the class: `slot`, which the cache counts.
        case method
        /// The same, of a built-in type; `swiftClass` is the instance's, and `index` says whether it can have
        /// attributes.
        case builtinMethod
        /// A function of a class, called through the class (`shape`); `index` says whether with the class.
        case typeMethod
        /// The same, called through an instance.
        case wrappedMethod
        /// A value of a class, read through the class.
        case typeValue
        /// The same, read through an instance.
        case classValue
        /// A property's function: `slot`.
        case property
        /// A `NativeProperty`: `slot`.
        case nativeProperty
        /// A variable of a module, which is `slot`.
        case variable
    }

    let name: String
    var found = Found.nothing
    /// The shape of the instance; for a store also the shape afterwards.
    var shape: UnsafeRawPointer?
    var newShape: Unmanaged<Shape>?
    var version: UInt32 = 0
    var index = 0
    var slot = Slot.undefined
    var swiftClass: ObjectIdentifier?
    var variable: Unmanaged<GlobalCell>?

    init(name: String) { self.name = name }

    /// Notes what was found; the cache counts the slot.
    mutating func set(_ found: Found, _ slot: Slot) {
        slot.retain()
        let old = self.slot
        self.found = found
        self.slot = slot
        old.release()
    }
}
