/// Makes random well-formed programs from a seed. Whatever a part of one gives or raises is printed.
struct ProgramGenerator {
    var random: SeededRandom
    /// Variables of the program so far.
    var variables: [(name: String, kind: Kind)] = []
    /// Numbers for names that must differ.
    private var used = 0

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// The statements of one program, each a text of its own.
    mutating func program() -> [String] {
        var chunks: [String] = []
        for _ in 0..<(3 + random.below(8)) { chunks.append(chunk()) }
        return chunks
    }

    mutating func fresh(_ prefix: String) -> String {
        used += 1
        return prefix + String(used)
    }

    private mutating func chunk() -> String {
        switch random.below(26) {
        case 0: loop()
        case 1: function()
        case 2: generatorFunction()
        case 3: classDefinition()
        case 4: changes()
        case 5: unpacking()
        case 6: matchStatement()
        case 7, 8: shown(formatting())
        case 9: deepNumberFormat()
        case 10, 11, 12: moduleUse()
        case 13, 14: richerClass()
        default: assignment()
        }
    }

    /// `v1 = show(lambda: …)`.
    private mutating func assignment() -> String {
        let kind = random.pick(Kind.weighted)
        let text = expression(kind, depth: 2)
        let name = fresh("v")
        variables.append((name, kind))
        return "\(name) = show(lambda: \(text))"
    }

    mutating func shown(_ text: String) -> String { "show(lambda: \(text))" }

    /// A variable of this kind, where there is one.
    mutating func variable(_ kind: Kind) -> String? {
        let known = variables.filter { $0.kind == kind }
        return known.isEmpty ? nil : random.pick(known).name
    }
}
