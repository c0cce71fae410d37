import CHDF5

/// HDF5 files in memory.
package enum HDF5File {
    /// What a saved model's numbers may take: as much as a note may write.
    private static let byteLimit = 1 << 30
    private static let package = "libhdf5-103"

    /// The tree of a file. Throws `ArchiveError`.
    package static func read(_ file: [UInt8]) throws -> HDF5Group {
        try checkBeginning(file)
        var flat = hdf5_bytes()
        try check(
            file.withUnsafeBytes { hdf5_decode($0.baseAddress, $0.count, byteLimit, &flat) })
        defer { hdf5_free(flat) }
        return try FlatReader.group(UnsafeRawBufferPointer(start: flat.start, count: flat.count))
    }

    /// The file of a tree: the same bytes for the same tree. Throws `ArchiveError`.
    package static func write(_ root: HDF5Group) throws -> [UInt8] {
        var writer = FlatWriter()
        writer.add(.group(root))
        var file = hdf5_bytes()
        try check(
            writer.bytes.withUnsafeBytes { hdf5_encode($0.baseAddress, $0.count, &file) })
        defer { hdf5_free(file) }
        return [UInt8](UnsafeRawBufferPointer(start: file.start, count: file.count))
    }

    private static func check(_ outcome: hdf5_outcome) throws {
        switch outcome {
        case hdf5_done: return
        case hdf5_no_library: throw ArchiveError.missingLibrary(package)
        case hdf5_no_memory: throw ArchiveError.tooLarge
        default: throw ArchiveError.damaged
        }
    }

    /// The signature, and in files of the usual form whether the end is where they say.
    private static func checkBeginning(_ file: [UInt8]) throws {
        let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]
        guard file.starts(with: signature) else { throw ArchiveError.foreign }
        // Version 0 or 1 with offsets of eight bytes: the end of the file is the third of the addresses.
        guard file.count > 48, file[8] <= 1, file[13] == 8 else { return }
        let place = file[8] == 0 ? 40 : 44
        guard file.count >= place + 8 else { throw ArchiveError.damaged }
        let end = (0..<8).reduce(UInt64(0)) { $0 | UInt64(file[place + $1]) << (8 * UInt64($1)) }
        guard end > UInt64(file.count) else { return }
        throw ArchiveError.truncated(found: file.count, expected: Int(clamping: end))
    }
}
