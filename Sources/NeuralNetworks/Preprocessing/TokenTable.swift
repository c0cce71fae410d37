import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The tokens that a layer knows, each with its number.
package struct TokenTable {
    /// What a layer does with the numbers of tokens.
    package enum Output: String, Sendable {
        case int
        case oneHot = "one_hot"
        case multiHot = "multi_hot"
        case count
        case weighted = "tf_idf"
    }

    /// What stands for nothing, where numbers leave room for that.
    package var mask: Scalar?
    /// What stands for every unknown token; nil where there is no such number.
    package var unknown: Scalar?
    /// How many numbers unknown tokens are spread over by their hashes.
    package let unknownCount: Int
    /// The known tokens, in the order of their numbers.
    package private(set) var tokens: [Scalar] = []
    /// How much each number counts, that of the unknown ones first, for `tf_idf`.
    package var weights: [Double] = []
    private var numbers: [Scalar: Int] = [:]
    /// Whether tokens were given or counted.
    private(set) var isSet = false
    /// The mistake of looking for tokens before that.
    static let missing = FaceError(
        "FailedPreconditionError",
        "{{function_node __wrapped__LookupTableFindV2_device_/job:localhost/replica:0/task:0/device:CPU:0}} Table not initialized. [Op:LookupTableFindV2] name: "
    )

    package init(mask: Scalar?, unknown: Scalar?, unknownCount: Int = 1) {
        self.mask = mask
        self.unknown = unknown
        self.unknownCount = unknown == nil ? 0 : unknownCount
    }

    /// The tokens that stand before the known ones.
    package var special: [Scalar] {
        [mask].compactMap { $0 } + (unknown.map { Array(repeating: $0, count: unknownCount) } ?? [])
    }

    /// All tokens by their numbers.
    package var all: [Scalar] { special + tokens }

    /// Replaces the tokens; special ones in front are left out.
    package mutating func set(_ given: [Scalar]) throws {
        var rest = given[...]
        if rest.starts(with: special) { rest = rest.dropFirst(special.count) }
        tokens = Array(rest)
        numbers = [:]
        var repeated: [Scalar] = []
        for (index, token) in tokens.enumerated()
        where numbers.updateValue(index + special.count, forKey: token) != nil {
            if !repeated.contains(token) { repeated.append(token) }
        }
        guard repeated.isEmpty else {
            let shown = repeated.map(Self.quoted).joined(separator: ", ")
            throw LayerError.value(
                "The passed vocabulary has at least one repeated term. Please uniquify your dataset. The repeated terms are [\(shown)]"
            )
        }
        if let mask { numbers[mask] = 0 }
        isSet = true
    }

    private static func quoted(_ token: Scalar) -> String {
        if case .bytes(let text) = token { "'\(text.text)'" } else { "\(token.int)" }
    }

    /// The tokens with what they count, as they can be written down; numbers are told from texts by their type.
    var memory: LayerMemory {
        get {
            var memory = LayerMemory()
            let isText = tokens.allSatisfy { if case .bytes = $0 { true } else { false } }
            memory.tensors = [
                [
                    Tensor(tokens, shape: [tokens.count], isText ? .string : .int64),
                    Tensor(weights.map { .float($0) }, shape: [weights.count], .float64),
                ]
            ]
            return memory
        }
        set {
            isSet = false
            guard let parts = newValue.tensors.first, parts.count == 2, parts[0].count > 0,
                (try? set(parts[0].scalars)) != nil
            else { return }
            weights = parts[1].scalars.map(\.double)
        }
    }

    /// The number of a token; nil where it is unknown and there is no number for that.
    package func number(of token: Scalar) -> Int? {
        numbers[token] ?? (unknown == nil ? nil : (mask == nil ? 0 : 1) + place(ofUnknown: token))
    }

    /// Which of the numbers of unknown tokens is one's own.
    private func place(ofUnknown token: Scalar) -> Int {
        guard unknownCount > 1 else { return 0 }
        guard case .bytes(let text) = token else {
            let rest = token.int % unknownCount
            return rest < 0 ? rest + unknownCount : rest
        }
        return Int(Fingerprint.of(text.bytes) % UInt64(unknownCount))
    }

    /// How much numbers count after their tokens were counted: unknown tokens count like the mean of the known.
    mutating func weigh(_ counted: [Double]) {
        let mean = counted.reduce(0, +) / Double(max(counted.count, 1))
        weights = Array(repeating: mean, count: max(unknownCount, 1)) + counted
    }

    /// Rows of numbers, or what `output` makes of them; `depth` numbers there are.
    func encoded(_ numbers: Tensor, _ output: Output, depth: Int) throws -> Tensor {
        switch output {
        case .int: return numbers
        case .oneHot:
            let flat =
                numbers.shape.innermost == 1 && numbers.rank > 1
                ? try numbers.squeezed(axes: [-1]) : numbers
            return try flat.oneHot(
                depth: depth, on: .int(1), off: .int(0), axis: -1, dtype: .float32)
        case .multiHot, .count, .weighted:
            let rows = numbers.rank == 0 ? try numbers.expanded(at: 0) : numbers
            let each = try rows.oneHot(
                depth: depth, on: .int(1), off: .int(0), axis: -1, dtype: .float32)
            if output == .multiHot { return try each.max(axes: [-2]) }
            let counts = try each.sum(axes: [-2])
            guard output == .weighted else { return counts }
            return try counts * Tensor(weights.map { .float($0) }, shape: [depth], .float32)
        }
    }
}

/// Counts of tokens, from which a table is made.
struct TokenCounts {
    private var counts: [Scalar: Int] = [:]
    private var documents: [Scalar: Int] = [:]
    private(set) var documentCount = 0

    mutating func add(_ document: [Scalar]) {
        documentCount += 1
        for token in document { counts[token, default: 0] += 1 }
        for token in Set(document) { documents[token, default: 0] += 1 }
    }

    /// The most frequent tokens first, those as frequent in falling order.
    func tokens(limit: Int?, without special: [Scalar]) -> [Scalar] {
        let sorted = counts.filter { !special.contains($0.key) }.sorted { a, b in
            a.value == b.value ? Self.isLess(b.key, a.key) : a.value > b.value
        }.map(\.key)
        return limit.map { Array(sorted.prefix(max($0 - special.count, 0))) } ?? sorted
    }

    /// How rare each token is among the documents.
    func weights(of tokens: [Scalar]) -> [Double] {
        tokens.map { token in
            log(1 + Double(documentCount) / Double(1 + documents[token, default: 0]))
        }
    }

    private static func isLess(_ a: Scalar, _ b: Scalar) -> Bool {
        if case .bytes(let a) = a, case .bytes(let b) = b {
            return a.bytes.lexicographicallyPrecedes(b.bytes)
        }
        return a.int < b.int
    }
}
