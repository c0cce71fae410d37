// Works on slots; the rules for unsafe memory stand in Slot.swift.

/// The methods of texts that programs call in their innermost loops.
extension Builtins {
    static func fastSplit(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        guard areTexts(arguments, count, 1...2) else { return .undefined }
        return try arguments[0].with(StringObject.self) { text in
            let separator = count == 2 ? arguments[1].object(as: StringObject.self) : nil
            return Slot(owning: try text.split(separator, limit: -1, in: python))
        }
    }

    static func fastLines(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard areTexts(arguments, count, 1...1) else { return .undefined }
        return arguments[0].with(StringObject.self) {
            Slot(owning: $0.lines(keepingEnds: false, in: python))
        }
    }

    static func fastPartition(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        guard areTexts(arguments, count, 2...2) else { return .undefined }
        return try arguments[0].with(StringObject.self) { text in
            try arguments[1].with(StringObject.self) {
                Slot(owning: try text.partition($0, fromRight: false, in: python))
            }
        }
    }

    static func fastReplace(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        guard areTexts(arguments, count, 3...3) else { return .undefined }
        return try arguments[0].with(StringObject.self) { text in
            try arguments[1].with(StringObject.self) { old in
                try arguments[2].with(StringObject.self) { new in
                    Slot(taking: try text.replacing(old, with: new, limit: -1, in: python))
                }
            }
        }
    }

    static func fastJoin(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) throws -> Slot {
        guard count == 2, arguments[0].isKind(.string), arguments[1].isKind(.list) else {
            return .undefined
        }
        return try arguments[0].with(StringObject.self) { separator in
            Slot(taking: try separator.join(arguments[1].value, in: python))
        }
    }

    static func fastCase(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int, isUpper: Bool
    ) -> Slot {
        guard areTexts(arguments, count, 1...1) else { return .undefined }
        return arguments[0].with(StringObject.self) { text in
            guard text.isASCII else { return .undefined }
            return isUpper
                ? Slot(owning: StringObject.make(text, mapping: { $0.uppercased }, in: python))
                : Slot(owning: StringObject.make(text, mapping: { $0.lowercased }, in: python))
        }
    }

    static func fastStrip(
        _ python: Interpreter, _ arguments: UnsafeMutablePointer<Slot>, _ count: Int
    ) -> Slot {
        guard areTexts(arguments, count, 1...1) else { return .undefined }
        return arguments[0].with(StringObject.self) {
            Slot(taking: $0.stripped(nil, left: true, right: true, in: python))
        }
    }

    @inline(__always)
    static func fastAffix(
        _ arguments: UnsafeMutablePointer<Slot>, _ count: Int,
        _ has: (StringObject, StringObject) -> Bool
    ) -> Slot {
        guard areTexts(arguments, count, 2...2) else { return .undefined }
        return arguments[0].with(StringObject.self) { text in
            arguments[1].with(StringObject.self) { .bool(has(text, $0)) }
        }
    }

    @inline(__always)
    private static func areTexts(
        _ arguments: UnsafeMutablePointer<Slot>, _ count: Int, _ counts: ClosedRange<Int>
    ) -> Bool {
        guard counts.contains(count) else { return false }
        for index in 0..<count where !arguments[index].isKind(.string) { return false }
        return true
    }
}
