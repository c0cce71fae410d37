/// Runs a program over a text, keeping the choices that are left on a stack of its own: neither a long text nor
/// an expression with many branches takes Swift's stack.
struct Matcher {
    private let program: Program
    private let text: [Unicode.Scalar]
    private let end: Int
    /// Starts and ends of the groups, the whole match first, and the group that ended last; negative where a
    /// group took no part.
    private(set) var places: [Int]
    private var counters: [Counter]
    private var choices: [Choice] = []
    private var changes: [Change] = []
    /// Called now and then, so that an endless search can be interrupted.
    private let checkInterrupt: () throws -> Void
    private var stepsTaken = 0

    private struct Counter {
        var count = 0
        /// Where the last round began: a round that takes nothing is the last.
        var position = -1
    }

    /// A place to go on from when what was tried fails.
    private struct Choice {
        var step: Int
        var position: Int
        var changeCount: Int
        /// For a run of single characters: the shortest end that is left to try.
        var shortest: Int
    }

    /// What a later failure must take back.
    private enum Change {
        case place(Int, old: Int)
        case counter(Int, old: Counter)
    }

    init(
        _ program: Program, _ text: [Unicode.Scalar], to end: Int,
        checkInterrupt: @escaping () throws -> Void
    ) {
        self.program = program
        self.text = text
        self.end = end
        self.checkInterrupt = checkInterrupt
        places = Array(repeating: -1, count: 2 * program.groupCount + 3)
        counters = Array(repeating: Counter(), count: program.counterCount)
    }

    /// What a match must be besides fitting.
    enum Condition {
        case none
        /// It ends where the text does.
        case whole
        /// It takes a character at least.
        case advancing
    }

    /// Matches at a place.
    mutating func match(at position: Int, _ condition: Condition = .none) throws -> Bool {
        guard mayStart(at: position) else { return false }
        for index in places.indices { places[index] = -1 }
        choices.removeAll(keepingCapacity: true)
        changes.removeAll(keepingCapacity: true)
        guard let end = try run(0, position, condition) else { return false }
        places[0] = position
        places[1] = end
        return true
    }

    /// Looks for the first match from a place on; one at the very place may have to advance.
    mutating func search(from first: Int, advancing: Bool = false) throws -> Bool {
        var position = first
        while position <= end {
            let isBound = advancing && position == first
            if try match(at: position, isBound ? .advancing : .none) { return true }
            position += 1
        }
        return false
    }

    /// Rules out most places of a search by the character that the expression begins with.
    private func mayStart(at position: Int) -> Bool {
        switch program.steps[0] {
        case .scalar, .scalarIgnoringCase, .any, .anyButNewline, .set:
            position < end && isMatch(program.steps[0], text[position])
        case .place(.textStart): position == 0
        default: true
        }
    }

    /// Runs steps until they accept, and gives the place behind; nil where no choice is left.
    private mutating func run(_ first: Int, _ origin: Int, _ condition: Condition) throws -> Int? {
        let floor = choices.count
        var (step, position) = (first, origin)
        while true {
            stepsTaken &+= 1
            if stepsTaken & 0xFFFF == 0 { try checkInterrupt() }
            if case .accept = program.steps[step], accepts(position, origin, condition) {
                choices.removeSubrange(floor...)
                return position
            }
            if let next = try advance(&position, step) {
                step = next
            } else if !back(&step, &position, floor) {
                return nil
            }
        }
    }

    private func accepts(_ position: Int, _ origin: Int, _ condition: Condition) -> Bool {
        switch condition {
        case .none: true
        case .whole: position == end
        case .advancing: position != origin
        }
    }

    /// Takes back changes and goes to the last choice that is left.
    private mutating func back(_ step: inout Int, _ position: inout Int, _ floor: Int) -> Bool {
        guard choices.count > floor, var choice = choices.popLast() else { return false }
        undo(to: choice.changeCount)
        (step, position) = (choice.step, choice.position)
        if choice.position > choice.shortest {
            choice.position -= 1
            choices.append(choice)
        }
        return true
    }

    private mutating func undo(to count: Int) {
        while changes.count > count, let change = changes.popLast() {
            switch change {
            case .place(let index, let old): places[index] = old
            case .counter(let index, let old): counters[index] = old
            }
        }
    }

    private mutating func choose(_ step: Int, _ position: Int, shortest: Int? = nil) {
        choices.append(
            Choice(
                step: step, position: position, changeCount: changes.count,
                shortest: shortest ?? position))
    }

    private mutating func setPlace(_ index: Int, _ position: Int) {
        changes.append(.place(index, old: places[index]))
        places[index] = position
    }

    private mutating func setCounter(_ index: Int, _ new: Counter) {
        changes.append(.counter(index, old: counters[index]))
        counters[index] = new
    }

    // MARK: Steps

    /// Does one step and gives the next; nil where it does not match.
    private mutating func advance(_ position: inout Int, _ index: Int) throws -> Int? {
        switch program.steps[index] {
        case .accept: return nil
        case .scalar, .scalarIgnoringCase, .any, .anyButNewline, .set:
            guard position < end, isMatch(program.steps[index], text[position]) else { return nil }
            position += 1
            return index + 1
        case .jump(let target): return target
        case .split(let first, let second):
            choose(second, position)
            return first
        case .save(let place):
            setPlace(place, position)
            if place & 1 == 1 { setPlace(places.count - 1, place / 2) }
            return index + 1
        case .start(let counter):
            setCounter(counter, Counter())
            return index + 1
        case .loop(let counter, let least, let most, let lazy, let exit):
            let now = counters[counter]
            return loop(now, least, most, lazy, body: index + 1, exit: exit, position)
        case .enter(let counter):
            setCounter(
                counter, Counter(count: counters[counter].count + 1, position: position))
            return index + 1
        case .run(let least, let most, let exit):
            return run(index + 1, least, most, exit, &position)
        case .reference(let number, let ignoresCase):
            return reference(number, ignoresCase, &position) ? index + 1 : nil
        case .place(let place): return holds(place, position) ? index + 1 : nil
        case .look(let width, let negative, let exit):
            return try look(index + 1, width, negative, exit, position)
        case .atomic(let exit):
            guard let after = try run(index + 1, position, .none) else { return nil }
            position = after
            return exit
        case .conditional(let group, let otherwise):
            let took = group <= program.groupCount && places[2 * group + 1] >= 0
            return took ? index + 1 : otherwise
        }
    }

    private func isMatch(_ step: Program.Step, _ scalar: Unicode.Scalar) -> Bool {
        switch step {
        case .scalar(let wanted): scalar == wanted
        case .scalarIgnoringCase(let wanted): CaseVariants.areEqual(scalar, wanted)
        case .any: true
        case .anyButNewline: scalar != "\n"
        case .set(let index): program.sets[index].contains(scalar)
        default: false
        }
    }

    private mutating func loop(
        _ now: Counter, _ least: Int, _ most: Int, _ lazy: Bool, body: Int, exit: Int,
        _ position: Int
    ) -> Int {
        if now.count < least { return body }
        guard now.count < most, now.position != position else { return exit }
        choose(lazy ? body : exit, position)
        return lazy ? exit : body
    }

    private mutating func run(
        _ body: Int, _ least: Int, _ most: Int, _ exit: Int, _ position: inout Int
    ) -> Int? {
        let limit = most < end - position ? position + most : end
        let first = position
        let step = program.steps[body]
        while position < limit, isMatch(step, text[position]) { position += 1 }
        guard position - first >= least else { return nil }
        if position - first > least { choose(exit, position - 1, shortest: first + least) }
        return exit
    }

    private func reference(_ number: Int, _ ignoresCase: Bool, _ position: inout Int) -> Bool {
        let (first, last) = (places[2 * number], places[2 * number + 1])
        guard first >= 0, last >= first, position + last - first <= end else { return false }
        for offset in 0..<(last - first) {
            let (a, b) = (text[first + offset], text[position + offset])
            guard a == b || ignoresCase && CaseVariants.areEqual(a, b) else { return false }
        }
        position += last - first
        return true
    }

    private mutating func look(
        _ body: Int, _ width: Int, _ negative: Bool, _ exit: Int, _ position: Int
    ) throws -> Int? {
        let before = changes.count
        let found =
            position - width >= 0
            ? try run(body, position - width, .none) != nil : false
        if negative || !found { undo(to: before) }
        return found != negative ? exit : nil
    }

    private func holds(_ place: Node.Place, _ position: Int) -> Bool {
        switch place {
        case .textStart: position == 0
        case .textEnd: position == end
        case .lineStart: position == 0 || text[position - 1] == "\n"
        case .lineEnd: position == end || text[position] == "\n"
        case .lastLineEnd: position == end || (position == end - 1 && text[position] == "\n")
        case .wordEdge(let ascii): isEdge(position, ascii)
        case .noWordEdge(let ascii): end > 0 && !isEdge(position, ascii)
        }
    }

    private func isEdge(_ position: Int, _ ascii: Bool) -> Bool {
        let before = position > 0 && CharacterClass.isWord(text[position - 1], ascii: ascii)
        let after = position < end && CharacterClass.isWord(text[position], ascii: ascii)
        return before != after
    }
}
