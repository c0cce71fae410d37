/// Makes a program that differs as short as it stays different.
struct Shrinker {
    let comparison: Comparison
    /// Rounds of tries; each is one process on either side.
    private let rounds = 16
    /// Tries in one round.
    private let width = 150

    func shrink(_ difference: Difference) throws -> Difference {
        var best = difference
        for _ in 0..<rounds {
            let candidates = Array(self.candidates(for: best.program).prefix(width))
            let found = try comparison.differences(of: candidates).map(\.difference)
                .filter { isAlike($0, difference) }
            let shortest = found.min { length($0.program) < length($1.program) }
            guard let shortest, length(shortest.program) < length(best.program) else { break }
            best = shortest
        }
        return best
    }

    private func length(_ program: [String]) -> Int { program.reduce(0) { $0 + $1.utf8.count + 1 } }

    /// A program that is no longer well-formed is another matter.
    private func isAlike(_ one: Difference, _ other: Difference) -> Bool {
        let mark = "ended by SyntaxError"
        guard one.expected.contains(mark) == other.expected.contains(mark) else { return false }
        return one.kind.split(separator: " ").first == other.kind.split(separator: " ").first
    }

    private func candidates(for program: [String]) -> [[String]] {
        var result: [[String]] = []
        if program.count > 3 {
            let half = program.count / 2
            result += [Array(program[..<half]), Array(program[half...])]
        }
        for index in program.indices where program.count > 1 {
            var shorter = program
            shorter.remove(at: index)
            result.append(shorter)
        }
        for index in program.indices {
            for chunk in shorterTexts(program[index]) {
                var shorter = program
                shorter[index] = chunk
                result.append(shorter)
            }
        }
        return result
    }

    private func shorterTexts(_ text: String) -> [String] {
        var result: [String] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for index in lines.indices where lines.count > 1 {
            var shorter = lines
            shorter.remove(at: index)
            result.append(shorter.joined(separator: "\n"))
        }
        let tokens = TokenText.split(text)
        for (start, end) in TokenText.groups(tokens) {
            let inside = tokens[(start + 1)..<end].joined()
            result.append(tokens[..<start].joined() + inside + tokens[(end + 1)...].joined())
            result.append(tokens[..<start].joined() + "1" + tokens[(end + 1)...].joined())
            result.append(tokens[...start].joined() + tokens[end...].joined())
        }
        var run = tokens.count / 2
        while run > 0 {
            for start in stride(from: 0, through: tokens.count - run, by: max(1, run / 2)) {
                result.append((tokens[..<start] + tokens[(start + run)...]).joined())
            }
            run /= 2
        }
        return result
    }
}

/// A rough reading of Python text: names, numbers, texts and signs.
enum TokenText {
    static func split(_ text: String) -> [String] {
        let pattern =
            /[A-Za-z_][A-Za-z_0-9]*|[0-9][0-9a-zA-Z_.]*|'[^'\\\n]*'|"[^"\\\n]*"|\n *| +|[\s\S]/
        return text.matches(of: pattern).map { String($0.output) }
    }

    /// The places of brackets that belong together.
    static func groups(_ tokens: [String]) -> [(Int, Int)] {
        var open: [Int] = []
        var result: [(Int, Int)] = []
        for (index, token) in tokens.enumerated() {
            switch token {
            case "(", "[", "{": open.append(index)
            case ")", "]", "}": if let start = open.popLast() { result.append((start, index)) }
            default: break
            }
        }
        return result
    }
}
