/// The built-in types, as Swift code names them.
package final class TypeTable {
    package let object, type: TypeObject
    package let none, bool, int, float, complex, str, bytes, bytearray: TypeObject
    package let list, tuple, dict, set, frozenset, range, slice: TypeObject
    package let function, builtinFunction, method, module, cell, generator, code: TypeObject
    package let property, staticmethod, classmethod, superType, wrapperDescriptor: TypeObject
    package let memberDescriptor, attributeDescriptor: TypeObject
    package let rangeIterator, listIterator, tupleIterator, iterator: TypeObject
    package let ellipsis, notImplemented, missing: TypeObject
    package let baseException: TypeObject
    /// The exceptions that programs catch most.
    private(set) var keyError, indexError, stopIteration: TypeObject!
    package let containers: ContainerTypes
    /// All exception classes by name.
    package private(set) var exceptions: [String: TypeObject] = [:]

    init(_ python: Interpreter) {
        object = TypeObject("object", bases: [], metatype: nil, in: python)
        type = TypeObject("type", bases: [object], metatype: nil, in: python)
        object.setMetatype(type)
        type.setMetatype(type)
        let (object, type) = (object, type)
        func make(
            _ name: String, _ base: TypeObject? = nil, module: String = "builtins",
            final: Bool = false
        ) -> TypeObject {
            let made = TypeObject(
                name, bases: [base ?? object], module: module, metatype: type, in: python)
            made.isExtensible = !final
            return made
        }
        none = make("NoneType", final: true)
        int = make("int")
        bool = make("bool", int, final: true)
        float = make("float")
        complex = make("complex")
        str = make("str")
        bytes = make("bytes")
        bytearray = make("bytearray")
        list = make("list")
        tuple = make("tuple")
        dict = make("dict")
        set = make("set")
        frozenset = make("frozenset")
        range = make("range", final: true)
        slice = make("slice", final: true)
        function = make("function", final: true)
        builtinFunction = make("builtin_function_or_method", final: true)
        method = make("method", final: true)
        module = make("module")
        cell = make("cell", final: true)
        generator = make("generator", final: true)
        code = make("code", final: true)
        property = make("property")
        staticmethod = make("staticmethod")
        classmethod = make("classmethod")
        superType = make("super")
        wrapperDescriptor = make("wrapper_descriptor", final: true)
        memberDescriptor = make("member_descriptor", final: true)
        attributeDescriptor = make("getset_descriptor", final: true)
        iterator = make("iterator", final: true)
        rangeIterator = make("range_iterator", final: true)
        listIterator = make("list_iterator", final: true)
        tupleIterator = make("tuple_iterator", final: true)
        ellipsis = make("ellipsis", final: true)
        notImplemented = make("NotImplementedType", final: true)
        missing = make("missing", final: true)
        baseException = make("BaseException")
        containers = ContainerTypes(object: object, type: type, in: python)
        exceptions["BaseException"] = baseException
        for (name, base) in ExceptionTree.classes {
            exceptions[name] = make(name, exceptions[base])
        }
        // So that a note's `except ImportError` around an optional import works.
        exceptions["NotSupported"] = make("NotSupported", exceptions["ModuleNotFoundError"])
        let groups = make("BaseExceptionGroup", baseException)
        exceptions["BaseExceptionGroup"] = groups
        exceptions["ExceptionGroup"] = TypeObject(
            "ExceptionGroup", bases: [groups, exceptions["Exception"] ?? object],
            metatype: type, in: python)
        keyError = exception("KeyError")
        indexError = exception("IndexError")
        stopIteration = exception("StopIteration")
    }

    /// A built-in exception class; every name in `ExceptionTree` is there.
    package func exception(_ name: String) -> TypeObject { exceptions[name] ?? baseException }
}

/// The built-in exception classes, each after its base.
enum ExceptionTree {
    static let classes: [(name: String, base: String)] = [
        ("Exception", "BaseException"), ("SystemExit", "BaseException"),
        ("KeyboardInterrupt", "BaseException"), ("GeneratorExit", "BaseException"),
        ("ArithmeticError", "Exception"), ("FloatingPointError", "ArithmeticError"),
        ("OverflowError", "ArithmeticError"), ("ZeroDivisionError", "ArithmeticError"),
        ("AssertionError", "Exception"), ("AttributeError", "Exception"),
        ("BufferError", "Exception"), ("EOFError", "Exception"), ("ImportError", "Exception"),
        ("ModuleNotFoundError", "ImportError"), ("LookupError", "Exception"),
        ("IndexError", "LookupError"), ("KeyError", "LookupError"), ("MemoryError", "Exception"),
        ("NameError", "Exception"), ("UnboundLocalError", "NameError"), ("OSError", "Exception"),
        ("BlockingIOError", "OSError"), ("ChildProcessError", "OSError"),
        ("ConnectionError", "OSError"), ("BrokenPipeError", "ConnectionError"),
        ("ConnectionAbortedError", "ConnectionError"),
        ("ConnectionRefusedError", "ConnectionError"), ("ConnectionResetError", "ConnectionError"),
        ("FileExistsError", "OSError"),
        ("FileNotFoundError", "OSError"), ("InterruptedError", "OSError"),
        ("IsADirectoryError", "OSError"), ("NotADirectoryError", "OSError"),
        ("PermissionError", "OSError"), ("ProcessLookupError", "OSError"),
        ("TimeoutError", "OSError"), ("ReferenceError", "Exception"),
        ("RuntimeError", "Exception"), ("NotImplementedError", "RuntimeError"),
        ("RecursionError", "RuntimeError"), ("StopIteration", "Exception"),
        ("StopAsyncIteration", "Exception"), ("SyntaxError", "Exception"),
        ("IndentationError", "SyntaxError"), ("TabError", "IndentationError"),
        ("SystemError", "Exception"), ("TypeError", "Exception"), ("ValueError", "Exception"),
        ("UnicodeError", "ValueError"), ("UnicodeDecodeError", "UnicodeError"),
        ("UnicodeEncodeError", "UnicodeError"), ("UnicodeTranslateError", "UnicodeError"),
        ("Warning", "Exception"), ("BytesWarning", "Warning"), ("DeprecationWarning", "Warning"),
        ("EncodingWarning", "Warning"),
        ("FutureWarning", "Warning"), ("ImportWarning", "Warning"),
        ("PendingDeprecationWarning", "Warning"), ("ResourceWarning", "Warning"),
        ("RuntimeWarning", "Warning"), ("SyntaxWarning", "Warning"),
        ("UnicodeWarning", "Warning"), ("UserWarning", "Warning"),
    ]
}
