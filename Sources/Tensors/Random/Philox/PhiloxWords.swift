/// A Philox stream read one word at a time.
package struct PhiloxWords: Sendable {
    private var source: Philox
    private var block = SIMD4<UInt32>()
    private var used = 4

    /// The words from `source`'s counter on.
    package init(_ source: Philox) {
        self.source = source
    }

    /// The next 32 bits.
    package mutating func next() -> UInt32 {
        if used == 4 {
            block = source.next()
            used = 0
        }
        defer { used += 1 }
        return block[used]
    }
}
