// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// An iterator over the code points of a text.
package final class StringIterator: IteratorObject {
    private let source: StringObject
    private let characters: CharacterTable
    /// Where the next code point begins in the text's bytes.
    private var offset = 0
    private var passed = 0

    init(_ text: StringObject, in python: Interpreter) {
        source = text
        characters = python.characters
        super.init(typePointer: python.typePointers.iterator, kind: .iterator)
    }

    package override func next(_ python: Interpreter) throws -> Value? { try nextValue(python) }

    override func nextSlot(_ machine: Machine, into target: UnsafeMutablePointer<Slot>) -> Slot {
        let scalar = source.withUTF8 { bytes -> Unicode.Scalar? in
            guard offset < bytes.count else { return nil }
            let scalar = bytes.scalar(at: offset)
            offset &+= scalar.utf8.count
            return scalar
        }
        guard let scalar else { return .undefined }
        passed &+= 1
        return characters.slot(scalar, in: machine.python)
    }

    package override var remaining: Int? { source.count - passed }
}

extension TextBytes {
    /// The code point that begins at an offset of valid UTF-8.
    @inline(__always)
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
