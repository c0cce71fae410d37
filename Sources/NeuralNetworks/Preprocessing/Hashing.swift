import Tensors

/// Puts texts and whole numbers into buckets by their hashes.
package struct Hashing {
    /// How many buckets there are.
    package let count: Int
    /// The key of the hash; nil for the one that needs none.
    package let key: (UInt64, UInt64)?
    /// What goes into a bucket of its own, the first one.
    package let mask: Scalar?

    package init(count: Int, key: (UInt64, UInt64)?, mask: Scalar?) {
        self.count = count
        self.key = key
        self.mask = mask
    }

    /// The layer, with numbers of buckets or what `output` makes of them.
    package func layer(
        output: TokenTable.Output, options: LayerOptions, context: LayerContext
    ) -> Layer {
        FunctionLayer("Hashing", layer: options, context: context) { x, _ in
            guard x.dtype == .string || x.dtype.isInteger else {
                throw LayerError(
                    "TypeError", "Hashing takes texts and whole numbers. Received: \(x.dtype.name)")
            }
            let numbers = Tensor(
                x.scalars.map { .int(self.bucket(of: $0)) }, shape: x.shape, .int64)
            let table = TokenTable(mask: nil, unknown: nil)
            return try table.encoded(numbers, output, depth: self.count)
        }
    }

    /// The bucket of a text, or of a number as a text.
    private func bucket(of scalar: Scalar) -> Int {
        if let mask, scalar.asToken == mask { return 0 }
        let bytes: [UInt8]
        if case .bytes(let text) = scalar {
            bytes = text.bytes
        } else {
            bytes = Array("\(scalar.int)".utf8)
        }
        let hash = key.map { KeyedFingerprint.of(bytes, key: $0) } ?? Fingerprint.of(bytes)
        // The first of several buckets is the mask's.
        let first = mask != nil && count > 1 ? 1 : 0
        return Int(hash % UInt64(count - first)) + first
    }
}
