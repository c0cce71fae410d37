// Works on slots; the rules for unsafe memory stand in Slot.swift.

extension Interpreter {
    /// A text as a constant of code: single characters are the ones that texts give out, so that comparing with
    /// them is comparing addresses.
    func constant(_ text: String) -> Value {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, scalars.count == 1 else { return .string(text, in: self) }
        return characters.text(first, in: self)
    }
}

/// The single ASCII characters, which texts give out again and again.
final class CharacterTable {
    private let slots: UnsafeMutablePointer<Slot>
    private static var count: Int { 128 }

    init(in python: Interpreter) {
        slots = .allocate(capacity: Self.count)
        for code in 0..<Self.count {
            let text = String(Unicode.Scalar(UInt8(code)))
            slots[code] = Slot(owning: StringObject.make(text, isASCII: true, in: python))
        }
    }

    deinit {
        for code in 0..<Self.count { slots[code].release() }
        slots.deallocate()
    }

    func text(_ scalar: Unicode.Scalar, in python: Interpreter) -> Value {
        if scalar.isASCII { return slots[Int(scalar.value)].value }
        return .object(StringObject.make(String(scalar), isASCII: false, in: python))
    }

    /// The character of a byte below 128 as a register takes it, counted.
    @inline(__always) func slot(ascii byte: UInt8) -> Slot { slots[Int(byte)].retained }

    /// The character as a register takes it, counted.
    func slot(_ scalar: Unicode.Scalar, in python: Interpreter) -> Slot {
        if scalar.isASCII { return slots[Int(scalar.value)].retained }
        return Slot(owning: StringObject.make(String(scalar), isASCII: false, in: python))
    }
}
