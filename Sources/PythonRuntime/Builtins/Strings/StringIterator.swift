// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// An iterator over the code points of a text.
package final class StringIterator: IteratorObject {
    private let source: StringObject
    private let characters: CharacterTable
    /// The text's UTF-8, which stays where it is: nobody appends to a text that somebody else holds.
    private let bytes: TextBytes
    /// Where the next code point begins.
    private var offset = 0
    private var passed = 0

    init(_ text: StringObject, in python: borrowing Interpreter) {
        source = text
        characters = python.characters
        bytes = text.withUTF8 { $0 }
        super.init(typePointer: python.typePointers.iterator, kind: .stringIterator)
    }

    package override func next(_ python: Interpreter) throws -> Value? { try nextValue(python) }

    override func nextSlot(_ machine: Machine, into target: UnsafeMutablePointer<Slot>) -> Slot {
        next(machine)
    }

    @inline(__always)
    func next(_ machine: Machine) -> Slot {
        guard offset < bytes.count else { return .undefined }
        passed &+= 1
        let byte = bytes[offset]
        guard byte >= 0x80 else {
            offset &+= 1
            return characters.slot(ascii: byte)
        }
        let scalar = bytes.scalar(at: offset)
        offset &+= scalar.utf8.count
        return characters.slot(scalar, in: machine.python)
    }

    package override var remaining: Int? { source.count - passed }
}

extension TextBytes {
    /// The code point that begins at an offset of valid UTF-8.
    fileprivate func scalar(at offset: Int) -> Unicode.Scalar {
        let first = self[offset]
        if first < 0x80 { return Unicode.Scalar(first) }
        func continuation(_ distance: Int) -> UInt32 { UInt32(self[offset + distance] & 0x3F) }
        let code: UInt32
        if first < 0xE0 {
            code = UInt32(first & 0x1F) << 6 | continuation(1)
        } else if first < 0xF0 {
            code = UInt32(first & 0x0F) << 12 | continuation(1) << 6 | continuation(2)
        } else {
            code =
                UInt32(first & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6
                | continuation(3)
        }
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }
}
