import CZlib

/// ZIP files in memory.
package struct ZipFile: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The files inside, in the order of the directory.
    package var entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// What the files inside may take together: as much as a note may write.
    private static let byteLimit = 1 << 30

    /// Reads a file. Throws `ArchiveError`.
    package init(reading file: [UInt8]) throws {
        let directory = try ZipDirectory(of: file)
        var room = Self.byteLimit
        entries = try directory.records.map { record in
            guard record.size <= room else { throw ArchiveError.tooLarge }
            room -= record.size
            let stored = try ZipDirectory.content(of: record, in: file)
            let bytes: [UInt8]
            switch record.method {
            case 0: bytes = [UInt8](stored)
            case 8: bytes = try Self.inflated([UInt8](stored), count: record.size)
            default: throw ArchiveError.damaged
            }
            guard bytes.count == record.size, Self.checksum(bytes) == record.checksum else {
                throw ArchiveError.damaged
            }
            return Entry(name: record.name, bytes: bytes)
        }
    }

    /// The bytes of a file inside; nil where there is none of the name.
    package subscript(name: String) -> [UInt8]? { entries.first { $0.name == name }?.bytes }

    /// The file, with everything stored as it is. Throws where it would need the form for huge files.
    package func file() throws -> [UInt8] {
        var (file, directory) = ([UInt8](), [UInt8]())
        for entry in entries {
            let head = ZipHead(
                name: entry.name, checksum: Self.checksum(entry.bytes), size: entry.bytes.count)
            directory += head.directoryRecord(place: file.count)
            file += head.localRecord + entry.bytes
        }
        guard file.count + directory.count < Int(UInt32.max), entries.count < Int(UInt16.max) else {
            throw ArchiveError.tooLarge
        }
        return file + directory
            + ZipHead.end(count: entries.count, size: directory.count, place: file.count)
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
    }

    private static func inflated(_ stored: [UInt8], count: Int) throws -> [UInt8] {
        var (stored, stream) = (stored, z_stream())
        guard
            // A negative size of the window stands for data without a header of their own.
            inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK,
            stored.count < Int(UInt32.max), count < Int(UInt32.max)
        else { throw ArchiveError.damaged }
        defer { inflateEnd(&stream) }
        let room = UInt32(stored.count)
        return try [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            try stored.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress
                stream.avail_in = room
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(count)
                guard inflate(&stream, Z_FINISH) == Z_STREAM_END else { throw ArchiveError.damaged }
            }
            filled = count - Int(stream.avail_out)
        }
    }
}
