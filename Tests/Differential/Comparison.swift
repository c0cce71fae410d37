/// A program that CPython and ours answered differently.
struct Difference {
    var program: [String]
    var expected: String
    var actual: String

    /// Cuts the program behind the first statement that is answered differently.
    init(_ program: [String], expected: String, actual: String) {
        self.program = program
        self.expected = expected
        self.actual = actual
        let same = zip(Self.parts(expected), Self.parts(actual)).prefix { $0 == $1 }.count
        if same > 0, same <= program.count { self.program = Array(program[..<same]) }
    }

    /// What stands before the first statement's output, and the output of each.
    private static func parts(_ output: String) -> [Substring] {
        output.split(separator: "\u{2}", omittingEmptySubsequences: false)
    }

    /// The first lines that differ.
    var lines: (expected: String, actual: String) {
        let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let right = actual.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(left.count, right.count) {
            let a = index < left.count ? String(left[index]) : "(nothing)"
            let b = index < right.count ? String(right[index]) : "(nothing)"
            if a != b { return (a, b) }
        }
        return ("", "")
    }

    /// What differences of one cause have in common: the first lines without their numbers and texts.
    var kind: String {
        let (a, b) = lines
        return Self.outline(a) + " | " + Self.outline(b)
    }

    private static func outline(_ line: String) -> String {
        let text = line.replacing(/'[^']*'/, with: "'…'").replacing(/[0-9.e+-]+/, with: "0")
        return String(text.prefix(70))
    }
}

/// Runs programs in both Pythons.
struct Comparison {
    let reference: ProgramProcess
    let ours: ProgramProcess

    /// Those of the programs that differ, with their places.
    func differences(of programs: [[String]]) throws -> [(index: Int, difference: Difference)] {
        let batch = Batch(programs: programs)
        let expected = try batch.run(with: reference)
        let actual = try batch.run(with: ours)
        return programs.indices.compactMap { index in
            // What CPython itself cannot bring to an end tells nothing.
            if expected.outputs[index].contains("the process ended") { return nil }
            let (left, right) = (expected.outputs[index], actual.outputs[index])
            guard left != right else { return nil }
            return (index, Difference(programs[index], expected: left, actual: right))
        }
    }
}
