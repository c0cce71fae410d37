import Testing

@testable import Tensors

@Suite("Elements convert as C converts them")
struct ScalarTests {
    @Test func floatsAreCutTowardZero() {
        #expect(Int32(Scalar.float(-2.7)) == -2)
        #expect(Int8(Scalar.float(2.7)) == 2)
    }

    @Test func whatDoesNotFitBecomesTheMostNegative() {
        #expect(Int32(Scalar.float(.nan)) == .min)
        #expect(Int64(Scalar.float(1e30)) == .min)
    }

    @Test func integersWrap() {
        #expect(UInt8(Scalar.int(-1)) == 255)
        #expect(Int8(Scalar.int(200)) == -56)
    }

    @Test func largeUnsignedNumbersKeepTheirValue() {
        #expect(UInt64.max.scalar == .unsigned(.max))
        #expect(UInt64(Scalar.unsigned(.max)) == .max)
    }
}
