/// What tells a state from others, for the cells behind it with their words: a length and two checksums.
struct StateFingerprint: Codable, Equatable {
    private let count: Int
    private let checksums: [UInt64]

    init(_ essence: [UInt8], words: Set<String>) {
        let bytes = essence + words.sorted().joined(separator: " ").utf8
        count = bytes.count
        checksums = [CacheKey.checksum(bytes), CacheKey.checksum(bytes.lazy.reversed())]
    }
}
