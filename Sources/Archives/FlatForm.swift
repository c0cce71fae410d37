/// Writes trees in the flat form that `CHDF5.h` describes.
struct FlatWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ node: HDF5Node) {
        switch node {
        case .group(let group): add(group)
        case .array(let array): add(array)
        case .unknown: bytes.append(UInt8(ascii: "N"))
        }
    }

    private mutating func add(_ group: HDF5Group) {
        bytes.append(UInt8(ascii: "G"))
        add(count: group.attributes.count)
        for attribute in group.attributes {
            add(attribute.name)
            add(attribute.value)
        }
        add(count: group.members.count)
        for member in group.members {
            add(member.name)
            add(member.node)
        }
    }

    private mutating func add(_ value: HDF5Value) {
        switch value {
        case .text(let text):
            bytes.append(UInt8(ascii: "T"))
            add(text)
        case .texts(let texts):
            bytes.append(UInt8(ascii: "L"))
            add(count: texts.count)
            for text in texts { add(text) }
        case .array(let array): add(array)
        case .unknown: bytes.append(UInt8(ascii: "N"))
        }
    }

    private mutating func add(_ array: HDF5Array) {
        bytes += [
            UInt8(ascii: "D"), array.kind.rawValue, UInt8(clamping: array.width),
            UInt8(clamping: array.lengths.count),
        ]
        for length in array.lengths { add(UInt64(length), count: 8) }
        bytes += array.bytes
    }

    private mutating func add(_ text: String) {
        let encoded = Array(text.utf8)
        add(count: encoded.count)
        bytes += encoded
    }

    private mutating func add(count: Int) { add(UInt64(count), count: 4) }

    private mutating func add(_ number: UInt64, count: Int) {
        for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }
}

/// Reads trees in the flat form.
struct FlatReader {
    private var rest: UnsafeRawBufferPointer.SubSequence

    /// The tree of a flat form whose root is a group. Throws where the form is not whole.
    static func group(_ bytes: UnsafeRawBufferPointer) throws -> HDF5Group {
        var reader = FlatReader(rest: bytes[...])
        guard case .group(let root) = try reader.node() else { throw ArchiveError.damaged }
        return root
    }

    private mutating func node() throws -> HDF5Node {
        switch try number(1) {
        case 0x47: .group(try group())
        case 0x44: .array(try array())
        default: .unknown
        }
    }

    private mutating func group() throws -> HDF5Group {
        var group = HDF5Group()
        for _ in 0..<(try number(4)) {
            group.attributes.append(.init(name: try text(), value: try value()))
        }
        for _ in 0..<(try number(4)) {
            group.members.append(.init(name: try text(), node: try node()))
        }
        return group
    }

    private mutating func value() throws -> HDF5Value {
        switch try number(1) {
        case 0x54: return .text(try text())
        case 0x4C:
            var texts: [String] = []
            for _ in 0..<(try number(4)) { texts.append(try text()) }
            return .texts(texts)
        case 0x44: return .array(try array())
        default: return .unknown
        }
    }

    private mutating func array() throws -> HDF5Array {
        guard let kind = HDF5Array.Kind(rawValue: UInt8(try number(1))) else {
            throw ArchiveError.damaged
        }
        let width = Int(try number(1))
        var (lengths, total) = ([Int](), width)
        for _ in 0..<(try number(1)) {
            guard let length = Int(exactly: try number(8)) else { throw ArchiveError.damaged }
            lengths.append(length)
            let (product, overflows) = total.multipliedReportingOverflow(by: length)
            guard !overflows else { throw ArchiveError.damaged }
            total = product
        }
        return HDF5Array(
            kind: kind, width: width, lengths: lengths, bytes: [UInt8](try take(total)))
    }

    private mutating func text() throws -> String {
        String(decoding: try take(Int(try number(4))), as: UTF8.self)
    }

    private mutating func number(_ count: Int) throws -> UInt64 {
        try take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer.SubSequence {
        guard count >= 0, count <= rest.count else { throw ArchiveError.damaged }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
