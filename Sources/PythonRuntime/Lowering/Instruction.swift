/// One step of the machine: eight bytes. `R` are the registers of the running call.
///
/// Wide operands take `b` and `c` together: constants, globals and jump targets.
struct Instruction {
    var operation: Operation
    var a: UInt16
    var b: UInt16
    var c: UInt16

    init(_ operation: Operation, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
        self.operation = operation
        self.a = UInt16(truncatingIfNeeded: a)
        self.b = UInt16(truncatingIfNeeded: b)
        self.c = UInt16(truncatingIfNeeded: c)
    }

    init(_ operation: Operation, _ a: Int, wide: Int) {
        self.init(operation, a, wide, wide >> 16)
    }

    /// `b` and `c` as one signed number.
    @inline(__always) var wide: Int {
        Int(Int32(bitPattern: UInt32(b) | UInt32(c) << 16))
    }

    /// `c` as a signed number.
    @inline(__always) var immediate: Int { Int(Int16(bitPattern: c)) }
}

/// What an instruction does. A comparison with `Jump` is followed by a `jump` that it takes when the
/// comparison's truth is `a`; `forIterate` is followed by the jump back into the loop.
enum Operation: UInt16 {
    // R[a] = …; `take` empties the register that it moves from.
    case move, take, loadConstant, loadNone, loadInt
    case loadGlobal, storeGlobal, deleteGlobal
    case loadName, storeName, deleteName, loadNameOrCell
    case loadCell, storeCell, deleteCell, makeCell, loadClosure
    case checkLocal, deleteLocal, clear
    /// Remembers R[a] as what the assignment number `wide` produced.
    case observe

    // R[a] = R[b] ∘ R[c]
    case add, subtract, multiply, divide, floorDivide, modulo, power, matrixMultiply
    case leftShift, rightShift, and, or, xor
    case addInPlace, subtractInPlace, multiplyInPlace, divideInPlace, floorDivideInPlace
    case moduloInPlace, powerInPlace, matrixMultiplyInPlace
    case leftShiftInPlace, rightShiftInPlace, andInPlace, orInPlace, xorInPlace
    // R[a] = R[b] ∘ c
    case addImmediate, subtractImmediate, addImmediateInPlace, subtractImmediateInPlace
    case multiplyImmediate, moduloImmediate, floorDivideImmediate
    case negative, positive, invert, not

    case less, lessEqual, equal, notEqual, greater, greaterEqual
    case `is`, isNot, contains, notContains

    case jump, jumpBack, jumpIfTrue, jumpIfFalse
    case lessJump, lessEqualJump, equalJump, notEqualJump, greaterJump, greaterEqualJump
    case lessImmediateJump, lessEqualImmediateJump, equalImmediateJump
    case notEqualImmediateJump, greaterImmediateJump, greaterEqualImmediateJump
    case isJump, isNotJump, containsJump

    case getAttribute, setAttribute, deleteAttribute, getMethod
    case getItem, setItem, deleteItem, buildSlice

    case buildList, buildTuple, buildSet, buildDictionary
    case listAppend, listExtend, listToTuple, setAdd, setUpdate
    case dictionarySet, dictionaryUpdate, dictionaryMerge
    case format, buildString

    case getIterator, forIterate, unpack, unpackStarred

    case call, callKeywords, callMethod, callMethodKeywords, callUnpacked
    case `return`, yield, yieldFrom
    case makeFunction, makeClass

    case importModule, importFrom, importStar
    case raise, raiseAgain, loadAssertionError
    case matchException, pushHandling, popHandling
    case enterContext, exitContext, exitContextFailing

    case matchSequence, matchMapping, matchKeys, matchClass, lengthIs, lengthAtLeast, mappingRest
    case annotate, display
}
