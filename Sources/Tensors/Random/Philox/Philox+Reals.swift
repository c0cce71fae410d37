extension Philox {
    /// `count` numbers in [0, 1).
    func uniform<Real: PhiloxReal>(_ count: Int, as _: Real.Type = Real.self) -> [Real] {
        fill(count, Real.uniforms)
    }

    /// `count` numbers of the standard normal distribution.
    func normal<Real: PhiloxReal>(_ count: Int, as _: Real.Type = Real.self) -> [Real] {
        fill(count, Real.normals)
    }

    /// `count` numbers of the standard normal distribution cut off at ±2.
    ///
    /// How many blocks a group of outputs uses is a matter of luck, so each has 256 words an output to
    /// itself.
    func truncatedNormal<Real: PhiloxReal>(_ count: Int, as _: Real.Type = Real.self) -> [Real] {
        let size = Real.Group.scalarCount
        return Array(unsafeUninitializedCapacity: count) { buffer, filled in
            for start in stride(from: 0, to: count, by: size) {
                var stream = skipping(start / size * (size * Self.reservedBlocks / 4))
                let group = Self.group(within: 2, of: Real.self, from: &stream)
                for index in start..<min(start + size, count) {
                    (buffer.baseAddress! + index).initialize(to: group[index - start])
                }
            }
            filled = count
        }
    }

    /// TensorFlow reserves as many blocks for each output of a distribution, whether used or not.
    static let reservedBlocks = 256

    private static func group<Real: PhiloxReal>(
        within bound: Real, of _: Real.Type, from stream: inout Philox
    ) -> Real.Group {
        var group = Real.Group()
        var found = 0
        while true {
            let normals = Real.normals(stream.next())
            for index in normals.indices where abs(normals[index]) < bound {
                group[found] = normals[index]
                found += 1
                if found == group.scalarCount { return group }
            }
        }
    }

    private func fill<Real: PhiloxReal>(
        _ count: Int, _ values: (SIMD4<UInt32>) -> Real.Group
    ) -> [Real] {
        let size = Real.Group.scalarCount
        return Array(unsafeUninitializedCapacity: count) { buffer, filled in
            var stream = self
            for start in stride(from: 0, to: count, by: size) {
                let group = values(stream.next())
                for index in start..<min(start + size, count) {
                    (buffer.baseAddress! + index).initialize(to: group[index - start])
                }
            }
            filled = count
        }
    }

    /// `count` half-precision numbers in [0, 1): the low ten bits of each word.
    func uniformHalf(_ count: Int) -> [Float16] {
        words(count).map { Float16(bitPattern: 0x3C00 | UInt16($0 & 0x3FF)) - 1 }
    }
}
