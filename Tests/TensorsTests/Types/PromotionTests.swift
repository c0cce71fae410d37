import Testing

@testable import Tensors

@Suite("Types are promoted as NumPy 1.26 promotes them")
struct PromotionTests {
    struct Reference: Decodable {
        let pairs: [String: [String: String]]
        let literals: [[String]]
        let sqrt: [String: String]
    }

    let reference: Reference

    init() throws { reference = try ReferenceData.load("promotion") }

    @Test func pairsOfArrays() throws {
        for (a, row) in reference.pairs {
            for (b, result) in row {
                let common = Promotion.common(try type(a), try type(b))
                #expect(common?.name == result, "\(a) with \(b)")
            }
        }
    }

    @Test func arraysWithNumbers() throws {
        for entry in reference.literals {
            let value = try value(entry[1], entry[2])
            let common = Promotion.common([.array(try type(entry[0])), .literal(value)])
            #expect(common?.name == entry[3], "\(entry)")
        }
    }

    @Test func functionsWithFloatResults() throws {
        for (name, result) in reference.sqrt {
            #expect(Promotion.floatType(for: try type(name)).name == result, "\(name)")
        }
    }

    @Test func numbersAloneKeepTheirTypes() {
        #expect(Promotion.common([.literal(.int(1)), .literal(.float(1))]) == .float64)
        #expect(Promotion.common([.number(.float(1), .float32), .literal(.int(1))]) == .float64)
    }

    @Test func stringsMeetNoNumbers() {
        #expect(Promotion.common(.string, .int8) == nil)
    }

    @Test func tensorFlowDoesNotCutNumbers() {
        #expect(!DType.int32.accepts(.float(1.5)))
        #expect(DType.float32.accepts(.int(1)))
        #expect(!DType.int32.accepts(.bool(true)))
        #expect(DType.complex64.accepts(.float(1)))
    }

    private func type(_ name: String) throws -> DType { try #require(DType(name: name)) }

    private func value(_ kind: String, _ text: String) throws -> Scalar {
        switch kind {
        case "bool": .bool(text == "True")
        case "int":
            if let value = Int(text) { .int(value) } else { .unsigned(try #require(UInt64(text))) }
        case "complex": .complex(Complex(0, try #require(Double(text))))
        default: .float(try #require(Double(text)))
        }
    }
}
