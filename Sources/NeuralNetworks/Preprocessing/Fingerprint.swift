import Tensors

/// The 64-bit hash that TensorFlow puts texts into buckets by: FarmHash's fingerprint.
struct Fingerprint {
    private static let k0: UInt64 = 0xC3A5_C85C_97CB_3127
    private static let k1: UInt64 = 0xB492_B66F_BE98_F273
    private static let k2: UInt64 = 0x9AE1_6A3B_2F90_404F

    private typealias Pair = (UInt64, UInt64)
    private let bytes: [UInt8]
    private var count: Int { bytes.count }

    /// The hash of a text.
    static func of(_ bytes: [UInt8]) -> UInt64 { Fingerprint(bytes: bytes).value }

    private var value: UInt64 {
        switch count {
        case 0: Self.k2
        case 1...3: tiny
        case 4...7:
            mixed(UInt64(count) &+ half(0) << 3, half(count - 4), factor)
        case 8...16: short
        case 17...64: middle
        default: long
        }
    }

    private var factor: UInt64 { Self.k2 &+ 2 &* UInt64(count) }

    private func word(_ place: Int) -> UInt64 { half(place) | half(place + 4) << 32 }

    private func half(_ place: Int) -> UInt64 {
        (0..<4).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
    }

    private func turned(_ x: UInt64, _ by: UInt64) -> UInt64 { x >> by | x << (64 - by) }

    private func folded(_ x: UInt64) -> UInt64 { x ^ x >> 47 }

    private func mixed(_ u: UInt64, _ v: UInt64, _ factor: UInt64) -> UInt64 {
        let a = folded((u ^ v) &* factor)
        return folded((v ^ a) &* factor) &* factor
    }

    private var tiny: UInt64 {
        let y = UInt64(bytes[0]) &+ UInt64(bytes[count >> 1]) << 8
        let z = UInt64(count) &+ UInt64(bytes[count - 1]) << 2
        return folded(y &* Self.k2 ^ z &* Self.k0) &* Self.k2
    }

    private var short: UInt64 {
        let (a, b) = (word(0) &+ Self.k2, word(count - 8))
        let c = turned(b, 37) &* factor &+ a
        return mixed(c, (turned(a, 25) &+ b) &* factor, factor)
    }

    private var middle: UInt64 {
        let a = word(0) &* (count <= 32 ? Self.k1 : Self.k2)
        let b = word(8)
        let c = word(count - 8) &* factor
        let d = word(count - 16) &* Self.k2
        let y = turned(a &+ b, 43) &+ turned(c, 30) &+ d
        let z = mixed(y, a &+ turned(b &+ Self.k2, 18) &+ c, factor)
        guard count > 32 else { return z }
        let (e, f) = (word(16) &* factor, word(24))
        let g = (y &+ word(count - 32)) &* factor
        let h = (z &+ word(count - 24)) &* factor
        return mixed(
            turned(e &+ f, 43) &+ turned(g, 30) &+ h, e &+ turned(f &+ a, 18) &+ g, factor)
    }

    private func weak(_ place: Int, _ a: UInt64, _ b: UInt64) -> Pair {
        let first = a &+ word(place)
        let second = turned(b &+ first &+ word(place + 24), 21)
        let sum = first &+ word(place + 8) &+ word(place + 16)
        return (sum &+ word(place + 24), second &+ turned(sum, 44) &+ first)
    }

    /// What is carried from one block of 64 bytes to the next.
    private struct State {
        var x, y, z: UInt64
        var v: Pair = (0, 0)
        var w: Pair = (0, 0)
    }

    private func step(_ s: inout State, _ place: Int, _ factor: UInt64, isLast: Bool) {
        let many: UInt64 = isLast ? 9 : 1
        s.x = turned(s.x &+ s.y &+ s.v.0 &+ word(place + 8), 37) &* factor
        s.y = turned(s.y &+ s.v.1 &+ word(place + 48), 42) &* factor
        s.x ^= many &* s.w.1
        s.y = s.y &+ many &* s.v.0 &+ word(place + 40)
        s.z = turned(s.z &+ s.w.0, 33) &* factor
        s.v = weak(place, s.v.1 &* factor, s.x &+ s.w.0)
        s.w = weak(place + 32, s.z &+ s.w.1, s.y &+ word(place + 16))
        (s.x, s.z) = (s.z, s.x)
    }

    private var long: UInt64 {
        let y = 81 &* Self.k1 &+ 113
        var s = State(
            x: 81 &* Self.k2 &+ word(0), y: y, z: folded(y &* Self.k2 &+ 113) &* Self.k2)
        for place in stride(from: 0, to: (count - 1) / 64 * 64, by: 64) {
            step(&s, place, Self.k1, isLast: false)
        }
        let factor = Self.k1 &+ (s.z & 255) << 1
        s.w.0 = s.w.0 &+ UInt64((count - 1) & 63)
        s.v.0 = s.v.0 &+ s.w.0
        s.w.0 = s.w.0 &+ s.v.0
        step(&s, count - 64, factor, isLast: true)
        return mixed(
            mixed(s.v.0, s.w.0, factor) &+ folded(s.y) &* Self.k0 &+ s.z,
            mixed(s.v.1, s.w.1, factor) &+ s.x, factor)
    }
}
