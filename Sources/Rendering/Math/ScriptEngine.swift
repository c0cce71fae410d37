import CDuktape

/// A JavaScript program that runs inside this one, with no way to files, network or clock that it is not given.
///
/// Its pieces are called from one thread at a time. The engine reports an error by a long jump, which would skip
/// Swift's frames, so every call here that can fail is one of the engine's protected ones.
final class ScriptEngine {
    struct Failure: Error {
        var message: String
    }

    private let context: OpaquePointer
    private let memory: UnsafeMutablePointer<ScriptMemory>

    init() throws {
        memory = .allocate(capacity: 1)
        memory.initialize(to: ScriptMemory())
        let context = duk_create_heap(
            { $0?.assumingMemoryBound(to: ScriptMemory.self).pointee.allocate($1) },
            { $0?.assumingMemoryBound(to: ScriptMemory.self).pointee.reallocate($1, $2) },
            { $0?.assumingMemoryBound(to: ScriptMemory.self).pointee.free($1) }, memory, nil)
        guard let context else {
            memory.deallocate()
            throw Failure(message: "no memory for the JavaScript engine")
        }
        self.context = context
    }

    /// Nothing in the engine holds anything outside its memory, so dropping that ends it.
    deinit {
        memory.pointee.release()
        memory.deinitialize(count: 1)
        memory.deallocate()
    }

    /// The bytes that the engine has taken for small things; they only grow.
    var takenBytes: Int { memory.pointee.chunkBytes }

    /// The engine's version as its library says it: bytecode of another one must not be loaded.
    static var version: Int { Int(DUK_VERSION) }

    func run(_ source: String) throws {
        try compile(Array(source.utf8))
        try call(arguments: 0)
        duk_pop(context)
    }

    /// Compiles a program and returns it in the form that `load` takes.
    func bytecode(of source: [UInt8]) throws -> [UInt8] {
        try compile(source)
        duk_dump_function(context)
        var count = 0
        let start = duk_get_buffer_data(context, -1, &count)
        let bytes = [UInt8](UnsafeRawBufferPointer(start: start, count: count))
        duk_pop(context)
        return bytes
    }

    /// Runs a program from its bytecode, which must come from `bytecode(of:)` of the same engine.
    func load(_ bytecode: [UInt8]) throws {
        let buffer = duk_push_buffer_raw(context, bytecode.count, 0)
        bytecode.withUnsafeBytes {
            buffer?.copyMemory(from: $0.baseAddress!, byteCount: bytecode.count)
        }
        duk_load_function(context)
        try call(arguments: 0)
        duk_pop(context)
    }

    /// Calls a global function with a text and a flag and returns the text it gives.
    func call(_ function: String, _ text: String, _ flag: Bool) throws -> String {
        duk_get_global_string(context, function)
        push(text)
        duk_push_boolean(context, flag ? 1 : 0)
        try call(arguments: 2)
        return popText()
    }

    private func compile(_ source: [UInt8]) throws {
        let flags = UInt32(
            DUK_COMPILE_EVAL | DUK_COMPILE_SAFE | DUK_COMPILE_NOSOURCE | DUK_COMPILE_NOFILENAME)
        let status = source.withUnsafeBytes {
            duk_compile_raw(
                context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, flags)
        }
        guard status == 0 else { throw Failure(message: popText()) }
    }

    private func call(arguments: Int32) throws {
        guard duk_pcall(context, arguments) == 0 else { throw Failure(message: popText()) }
    }

    private func push(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                duk_push_lstring(context, $0.baseAddress, $0.count)
            }
        }
    }

    private func popText() -> String {
        var count = 0
        let start = duk_safe_to_lstring(context, -1, &count)
        let text = String(
            decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
        duk_pop(context)
        return text
    }
}
