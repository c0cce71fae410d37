/// Writes a picture as PNG.
enum PNGEncoder {
    static func encode(_ picture: Picture) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let kind: UInt8 = picture.hasPalette ? 3 : 6
        add("IHDR", big(picture.width) + big(picture.height) + [8, kind, 0, 0, 0], to: &file)
        if picture.hasPalette {
            add("PLTE", picture.palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &file)
            let opacities = picture.palette.map { UInt8(($0.alpha * 255).rounded()) }
            add("tRNS", opacities, to: &file)
        }
        add("IDAT", Deflate.zlib(rows(of: picture)), to: &file)
        add("IEND", [], to: &file)
        return file
    }

    private static func rows(of picture: Picture) -> [UInt8] {
        let size = picture.hasPalette ? 1 : 4
        let source = picture.hasPalette ? picture.indices : picture.bytes
        let length = picture.width * size
        var rows: [UInt8] = []
        rows.reserveCapacity((length + 1) * picture.height)
        for row in 0..<picture.height {
            rows.append(0)
            rows += source[(row * length)..<((row + 1) * length)]
        }
        return rows
    }

    private static func big(_ number: Int) -> [UInt8] {
        let word = UInt32(truncatingIfNeeded: number)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
    }

    private static func add(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
        let body = Array(name.utf8) + content
        file += big(content.count) + body + big(Int(checksum(body)))
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }
}
