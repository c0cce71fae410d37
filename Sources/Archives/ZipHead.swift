/// What a ZIP file says of a file inside it.
struct ZipHead {
    let name: String
    let checksum: UInt32
    let size: Int

    /// What both records have in common: version 2, names in UTF-8, stored as it is, of the first day that
    /// there is, so that files depend on nothing but what is in them.
    private var common: [UInt8] {
        little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
            + little(Int(checksum), 4) + little(size, 4) + little(size, 4)
            + little(name.utf8.count, 2) + little(0, 2)
    }

    /// The record before the file.
    var localRecord: [UInt8] { little(0x0403_4B50, 4) + common + Array(name.utf8) }

    /// The record in the directory, for a file whose own record begins at `place`.
    func directoryRecord(place: Int) -> [UInt8] {
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2)
            + little(0, 2) + little(0, 4) + little(place, 4) + Array(name.utf8)
    }

    /// The record that ends the whole file.
    static func end(count: Int, size: Int, place: Int) -> [UInt8] {
        little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
            + little(size, 4) + little(place, 4) + little(0, 2)
    }
}

private func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}
