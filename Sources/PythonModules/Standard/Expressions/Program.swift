/// A regular expression as instructions for the matcher, which takes no Swift recursion.
struct Program {
    /// A step of the matcher; numbers are places in the program.
    enum Step {
        case scalar(Unicode.Scalar)
        case scalarIgnoringCase(Unicode.Scalar)
        case any
        case anyButNewline
        case set(Int)
        case jump(Int)
        /// Tries the first place, and the second where that fails.
        case split(Int, Int)
        case save(Int)
        /// Sets a counter to zero.
        case start(counter: Int)
        /// Decides whether the body, which is next, runs once more; `exit` is behind it.
        case loop(counter: Int, least: Int, most: Int, lazy: Bool, exit: Int)
        /// Counts a round of a loop's body.
        case enter(counter: Int)
        /// A single character's steps as often as they match, without a counter.
        case run(least: Int, most: Int, exit: Int)
        case reference(Int, ignoresCase: Bool)
        case place(Node.Place)
        /// Matches the steps behind on their own; `exit` is where the expression goes on.
        case look(width: Int, negative: Bool, exit: Int)
        case atomic(exit: Int)
        case conditional(group: Int, otherwise: Int)
        case accept
    }

    private(set) var steps: [Step] = []
    private(set) var sets: [CharacterSet] = []
    private(set) var counterCount = 0
    let groupCount: Int

    init(_ pattern: Pattern) {
        groupCount = pattern.groupCount
        write(pattern.root)
        steps.append(.accept)
    }

    private mutating func write(_ node: Node) {
        switch node {
        case .empty: break
        case .scalar(let scalar, let ignoresCase):
            let variants = CaseVariants.of(scalar)
            let differs = ignoresCase && variants.contains { $0 != scalar }
            steps.append(differs ? .scalarIgnoringCase(scalar) : .scalar(scalar))
        case .any(let newlines): steps.append(newlines ? .any : .anyButNewline)
        case .set(let set):
            sets.append(set)
            steps.append(.set(sets.count - 1))
        case .sequence(let parts): for part in parts { write(part) }
        case .alternatives(let branches): write(branches)
        case .group(let inner, let number):
            steps.append(.save(2 * number))
            write(inner)
            steps.append(.save(2 * number + 1))
        case .repetition(let inner, let counts): write(inner, counts)
        case .atomic(let inner): enclosed(inner) { .atomic(exit: $0) }
        case .look(let inner, let ahead, let negative):
            let width = ahead ? 0 : inner.fixedWidth ?? 0
            enclosed(inner) { .look(width: width, negative: negative, exit: $0) }
        case .reference(let number, let ignoresCase):
            steps.append(.reference(number, ignoresCase: ignoresCase))
        case .conditional(let group, let then, let otherwise):
            let start = placeholder()
            write(then)
            let end = placeholder()
            steps[start] = .conditional(group: group, otherwise: steps.count)
            write(otherwise)
            steps[end] = .jump(steps.count)
        case .place(let place): steps.append(.place(place))
        }
    }

    /// A step that is written once its target is known.
    private mutating func placeholder() -> Int {
        steps.append(.accept)
        return steps.count - 1
    }

    private mutating func enclosed(_ inner: Node, _ step: (Int) -> Step) {
        let start = placeholder()
        write(inner)
        steps.append(.accept)
        steps[start] = step(steps.count)
    }

    private mutating func write(_ branches: [Node]) {
        var ends: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                write(branch)
                break
            }
            let fork = placeholder()
            write(branch)
            ends.append(placeholder())
            steps[fork] = .split(fork + 1, steps.count)
        }
        for end in ends { steps[end] = .jump(steps.count) }
    }

    private mutating func write(_ inner: Node, _ counts: Node.Repetition) {
        if counts.mode == .possessive {
            let greedy = Node.Repetition(least: counts.least, most: counts.most, mode: .greedy)
            return write(.atomic(.repetition(inner, greedy)))
        }
        let most = counts.most ?? .max
        if inner.isSingle, counts.mode == .greedy {
            let start = placeholder()
            write(inner)
            steps[start] = .run(least: counts.least, most: most, exit: steps.count)
            return
        }
        let counter = counterCount
        counterCount += 1
        steps.append(.start(counter: counter))
        let loop = placeholder()
        steps.append(.enter(counter: counter))
        write(inner)
        steps.append(.jump(loop))
        steps[loop] = .loop(
            counter: counter, least: counts.least, most: most, lazy: counts.mode == .lazy,
            exit: steps.count)
    }
}

extension Node {
    /// Whether the part is exactly one character.
    fileprivate var isSingle: Bool {
        switch self {
        case .scalar, .any, .set: true
        default: false
        }
    }
}
