import Testing

@testable import Tensors

@Suite("Indices choose what they choose in NumPy")
struct IndexingTests {
    struct Entry: Decodable {
        let i: Int?
        let s: [Int?]?
        let n: Int?
        let e: Int?
        let a: [Int]?
        let m: [Int]?
        let shape: [Int]?

        var index: Index {
            let shape = Shape(shape ?? [])
            if let i { return .integer(i) }
            if let s { return .slice(s[0], s[1], s[2] ?? 1) }
            if n != nil { return .newAxis }
            if let a { return .integers(Tensor(a.map(Int64.init), shape: shape)) }
            if let m { return .mask(Tensor(m.map { $0 != 0 }, shape: shape)) }
            return .ellipsis
        }
    }

    struct Reference: Decodable {
        let shape: [Int]
        let index: [Entry]
        let result: [Int]?
        let resultShape: [Int]?
        let view: Bool?
        let assigned: [Int]?
        let error: String?

        var numbers: Tensor {
            let shape = Shape(shape)
            return Tensor((0..<shape.count).map(Int64.init), shape: shape)
        }
    }

    @Test func reading() throws {
        for reference in try ReferenceData.load("indexing", as: [Reference].self) {
            let (x, index) = (reference.numbers, reference.index.map(\.index))
            do {
                let y = try x.indexed(index)
                #expect(reference.error == nil, "\(reference)")
                #expect(y.shape.dimensions == reference.resultShape, "\(reference)")
                #expect(y.ints == reference.result, "\(reference)")
                if y.count > 0, let view = reference.view {
                    #expect(y.sharesStorage(with: x) == view, "\(reference)")
                }
            } catch let error as TensorError {
                #expect(error.numPy.message == reference.error, "\(reference)")
            }
        }
    }

    @Test func assigning() throws {
        for reference in try ReferenceData.load("indexing", as: [Reference].self) {
            guard let assigned = reference.assigned, let shape = reference.resultShape else {
                continue
            }
            let x = reference.numbers
            let values = Tensor(
                (0..<Shape(shape).count).map { Int64(100 + $0) }, shape: Shape(shape))
            try x.assign(values, at: reference.index.map(\.index))
            #expect(x.ints == assigned, "\(reference)")
        }
    }

    @Test func assignedValuesStretchAndConvert() throws {
        let x = Tensor(zeros: [2, 3], .int32)
        try x.assign(Tensor([1.9, 2.9, -3.9]), at: [.integer(1)])
        #expect(x.ints == [0, 0, 0, 1, 2, -3])
        try x.assign(
            Tensor(scalar: 7.0),
            at: [.mask(Tensor([true, false, false, false, true, false], shape: [2, 3]))])
        #expect(x.ints == [7, 0, 0, 1, 7, -3])
        let error = #expect(throws: TensorError.self) {
            try x.assign(Tensor([1, 2] as [Int32]), at: [.integer(0)])
        }
        #expect(
            error?.numPy.message
                == "could not broadcast input array from shape (2,) into shape (3,)")
    }

    @Test func assigningThroughAViewReachesTheWhole() throws {
        let x = Tensor(zeros: [3, 3], .float64)
        let column = try x.indexed([.all, .integer(1)])
        try column.assign(Tensor([1.0, 2, 3]), at: [.ellipsis])
        #expect(x.doubles == [0, 1, 0, 0, 2, 0, 0, 3, 0])
    }
}
