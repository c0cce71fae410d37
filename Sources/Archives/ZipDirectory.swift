/// The directory at the end of a ZIP file.
struct ZipDirectory {
    /// What is said of a file inside.
    struct Record {
        let name: String
        let method: Int
        let checksum: UInt32
        let storedSize: Int
        let size: Int
        /// Where its own head begins.
        let place: Int
    }

    let records: [Record]

    /// Throws where there is no directory, or none that makes sense.
    init(of file: [UInt8]) throws {
        guard let end = Self.end(of: file) else { throw ArchiveError.foreign }
        let bytes = ByteReader(file)
        var place = try bytes.number(at: end + 16, 4)
        records = try (0..<(try bytes.number(at: end + 10, 2))).map { _ in
            guard try bytes.number(at: place, 4) == 0x0201_4B50 else { throw ArchiveError.damaged }
            let nameLength = try bytes.number(at: place + 28, 2)
            let extra = try bytes.number(at: place + 30, 2)
            let comment = try bytes.number(at: place + 32, 2)
            defer { place += 46 + nameLength + extra + comment }
            let sizes = [try bytes.number(at: place + 20, 4), try bytes.number(at: place + 24, 4)]
            // What does not fit stands elsewhere; such files are larger than what is read.
            guard !sizes.contains(Int(UInt32.max)) else { throw ArchiveError.tooLarge }
            return Record(
                name: String(
                    decoding: try bytes.slice(place + 46, nameLength), as: UTF8.self),
                method: try bytes.number(at: place + 10, 2),
                checksum: UInt32(try bytes.number(at: place + 16, 4)),
                storedSize: sizes[0], size: sizes[1], place: try bytes.number(at: place + 42, 4))
        }
    }

    /// The record that ends a file: a comment of up to 64 KiB may follow it.
    private static func end(of file: [UInt8]) -> Int? {
        let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        guard file.count >= 22 else { return nil }
        return stride(from: file.count - 22, through: max(file.count - 22 - 65535, 0), by: -1)
            .first { file[$0...].starts(with: signature) }
    }

    /// The bytes of a record as they are stored.
    static func content(of record: Record, in file: [UInt8]) throws -> ArraySlice<UInt8> {
        let bytes = ByteReader(file)
        guard try bytes.number(at: record.place, 4) == 0x0403_4B50 else {
            throw ArchiveError.damaged
        }
        let head =
            try 30 + bytes.number(at: record.place + 26, 2)
            + bytes.number(at: record.place + 28, 2)
        return try bytes.slice(record.place + head, record.storedSize)
    }
}

/// Numbers and slices of a file, little-endian.
private struct ByteReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func slice(_ start: Int, _ count: Int) throws -> ArraySlice<UInt8> {
        guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else {
            throw ArchiveError.damaged
        }
        return bytes[start..<start + count]
    }

    func number(at start: Int, _ count: Int) throws -> Int {
        try slice(start, count).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
