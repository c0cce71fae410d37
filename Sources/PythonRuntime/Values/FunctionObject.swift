/// A function that was written in Python.
package final class FunctionObject: InstanceObject {
    let code: CodeObject
    /// What a call reads of the code, without Swift's counting: see `Machine.push`.
    let body: CodeBody
    /// The number of arguments that need no binding; negative where every call binds.
    let plainCount: Int
    let closure: [CellObject]
    /// The closure as the machine reads it.
    let cells: UnsafeMutablePointer<Slot>
    package var name: String
    package var qualifiedName: String
    package var documentation: Value
    package var moduleName: Value
    /// Defaults of the last positional parameters.
    package var defaults: [Value]
    package var keywordDefaults: [String: Value]
    package var annotations: [(name: String, value: Value)]
    /// The annotations once somebody asked for `__annotations__`, who may have changed them.
    var annotationDictionary: DictionaryObject?

    init(
        code: CodeObject, closure: [CellObject], defaults: [Value],
        keywordDefaults: [String: Value],
        annotations: [(name: String, value: Value)], in python: Interpreter
    ) {
        self.code = code
        body = CodeBody(code)
        plainCount = code.isPlain && !code.isGenerator ? code.parameterCount : -1
        self.closure = closure
        cells = .allocate(capacity: max(closure.count, 1))
        for (index, cell) in closure.enumerated() { cells[index] = Slot(counting: cell) }
        self.defaults = defaults
        self.keywordDefaults = keywordDefaults
        self.annotations = annotations
        name = code.name
        qualifiedName = code.qualifiedName
        documentation = code.documentation.map { .string($0, in: python) } ?? .none
        moduleName = code.namespace["__name__"] ?? .none
        super.init(typePointer: python.typePointers.function, kind: .function)
    }

    deinit {
        for index in closure.indices { cells[index].release() }
        cells.deallocate()
    }

    /// The signature as the author wrote it, for help and for error messages.
    package var signature: Signature { code.signature }
}
