import PythonRuntime
import Tensors

/// The type of text elements, in room for `width` characters: `<U3`.
package final class TextDTypeObject: Object {
    let width: Int

    init(width: Int, in python: Interpreter) {
        self.width = width
        super.init(type: ArrayTypes.of(python).numpyDType)
    }
}

/// An element type as NumPy takes it: `np.float32`, `'float32'`, `'<f4'`, `float`, `np.dtype(…)`.
struct NumPyDType: FromPython {
    let dtype: DType
    /// Whether strings are text and not bytes.
    var isText = false
    /// The characters that there is room for in an element of text, where that is said.
    var width: Int?

    static func from(_ value: Value, in python: Interpreter) throws -> NumPyDType {
        if let object = value.object as? DTypeObject { return NumPyDType(dtype: object.dtype) }
        if let text = value.object as? TextDTypeObject {
            return NumPyDType(
                dtype: .string, isText: true, width: text.width > 0 ? text.width : nil)
        }
        if let type = value.object as? TypeObject { return try from(type, in: python) }
        if let text = value.text {
            if let known = named(text) { return known }
            try refuseObjects(text, in: python)
            throw python.typeError("data type '\(text)' not understood")
        }
        if isWrittenInPython(value) { throw objectError(python) }
        throw python.typeError("Cannot interpret '\(try python.repr(value))' as a data type")
    }

    private static func from(_ type: TypeObject, in python: Interpreter) throws -> NumPyDType {
        let types = python.types!
        if let dtype = ArrayTypes.of(python).dtype(of: type) { return NumPyDType(dtype: dtype) }
        let known: [(TypeObject, NumPyDType)] = [
            (types.float, NumPyDType(dtype: .float64)), (types.int, NumPyDType(dtype: .int64)),
            (types.bool, NumPyDType(dtype: .bool)), (types.complex, NumPyDType(dtype: .complex128)),
            (types.bytes, NumPyDType(dtype: .string)),
            (types.str, NumPyDType(dtype: .string, isText: true)),
            (NumPyTypes.of(python).text, NumPyDType(dtype: .string, isText: true)),
        ]
        if let found = known.first(where: { $0.0 === type }) { return found.1 }
        let objects = ["object_", "datetime64", "timedelta64"]
        if type === types.object || objects.contains(type.name) { throw objectError(python) }
        throw python.typeError(
            "Cannot interpret '\(try python.repr(.object(type)))' as a data type")
    }

    /// Whether arrays of the type are written in Python: those of objects, records, dates and spans of time.
    private static func isWrittenInPython(_ value: Value) -> Bool {
        switch value.object {
        case is ListObject, is DictionaryObject: true
        case let object?:
            ["dtype[object_]", "dtype[void]", "dtype[datetime64]"].contains(object.type.name)
        case nil: false
        }
    }

    private static func refuseObjects(_ text: String, in python: Interpreter) throws {
        let code = text.drop { "<=".contains($0) }
        let times = ["M8", "m8", "datetime64", "timedelta64"]
        if ["object", "object_", "O"].contains(text) || text.contains(",")
            || times.contains(where: code.hasPrefix)
        {
            throw objectError(python)
        }
    }

    /// What is said where elements are to be Python objects.
    static func objectError(_ python: Interpreter) -> PythonError { NumPyObjects.error(python) }

    /// The type of a name as NumPy spells it; nil where there is none.
    static func named(_ text: String) -> NumPyDType? {
        if let known = names[text] { return NumPyDType(dtype: known) }
        if text != "string", let dtype = DType(name: text) { return NumPyDType(dtype: dtype) }
        var code = text[...]
        if let first = code.first, "<=|".contains(first) { code = code.dropFirst() }
        if let known = names[String(code)] { return NumPyDType(dtype: known) }
        if code.first == "U", code.dropFirst().allSatisfy(\.isNumber) {
            return NumPyDType(
                dtype: .string, isText: true,
                width: Int(code.dropFirst()).flatMap { (1..<1 << 24).contains($0) ? $0 : nil })
        }
        if code.first == "S", code.dropFirst().allSatisfy(\.isNumber) {
            return NumPyDType(dtype: .string)
        }
        return text == "str" ? NumPyDType(dtype: .string, isText: true) : nil
    }

    private static let names: [String: DType] = [
        "float": .float64, "int": .int64, "bool_": .bool, "double": .float64, "single": .float32,
        "half": .float16, "uint": .uint64, "complex": .complex128, "int_": .int64,
        "float_": .float64, "intp": .int64, "uintp": .uint64, "longlong": .int64, "long": .int64,
        "intc": .int32, "short": .int16, "byte": .int8, "ubyte": .uint8, "ushort": .uint16,
        "uintc": .uint32, "csingle": .complex64, "cdouble": .complex128, "complex_": .complex128,
        "bytes": .string, "f2": .float16, "f4": .float32, "f8": .float64, "i1": .int8,
        "i2": .int16, "i4": .int32, "i8": .int64, "u1": .uint8, "u2": .uint16, "u4": .uint32,
        "u8": .uint64, "b1": .bool, "c8": .complex64, "c16": .complex128, "f": .float32,
        "d": .float64, "e": .float16, "i": .int32, "l": .int64, "q": .int64, "h": .int16,
        "b": .int8, "B": .uint8, "H": .uint16, "I": .uint32, "L": .uint64, "?": .bool,
        "F": .complex64, "D": .complex128,
    ]
}

extension DType {
    /// NumPy's letter and width of the type: `f4`.
    var numPyCode: String {
        let letter =
            switch kind {
            case .bool: "b"
            case .unsigned: "u"
            case .signed: "i"
            case .floating: "f"
            case .complex: "c"
            case .string: "S"
            }
        return letter + String(byteWidth)
    }

    /// NumPy's letter of the type: `f` for `float32`.
    var numPyCharacter: String {
        switch self {
        case .bool: "?"
        case .int8: "b"
        case .int16: "h"
        case .int32: "i"
        case .int64: "l"
        case .uint8: "B"
        case .uint16: "H"
        case .uint32: "I"
        case .uint64: "L"
        case .float16: "e"
        case .float32: "f"
        case .float64: "d"
        case .complex64: "F"
        case .complex128: "D"
        case .string: "S"
        }
    }
}
