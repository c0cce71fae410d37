/// Reads the lists of numbers in a pickled NumPy array. Of pickle's operations it knows those that such an array is
/// made of, and it makes nothing but lists: names of functions and classes are passed over.
struct PickledLists {
    private let bytes: [UInt8]
    private var place = 0
    private var stack: [Item] = []
    private var marks: [Int] = []
    private var memory: [Int: Item] = [:]
    /// The lists of the last state that an object was given.
    private var state: List?

    private final class List {
        var numbers: [Int] = []
        var lists: [List] = []
    }

    private enum Item {
        case number(Int)
        case list(List)
        case tuple([Item])
        case other
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The lists; nil where the bytes are not such an array.
    mutating func read() -> [[Int]]? {
        while place < bytes.count {
            let operation = bytes[place]
            place += 1
            if operation == UInt8(ascii: ".") { return state?.lists.map(\.numbers) }
            guard perform(operation) else { return nil }
        }
        return nil
    }

    private mutating func perform(_ operation: UInt8) -> Bool {
        switch Character(UnicodeScalar(operation)) {
        case "K": return push(number(1).map(Item.number))
        case "M": return push(number(2).map(Item.number))
        case "J": return push(number(4).map { .number(Int(Int32(truncatingIfNeeded: $0))) })
        case "]": return push(.list(List()))
        case ")": return push(.tuple([]))
        case "N", "\u{88}", "\u{89}": return push(.other)
        case "(":
            marks.append(stack.count)
            return true
        case "e": return append(popMarked())
        case "a": return append(stack.popLast().map { [$0] })
        case "t": return push(popMarked().map(Item.tuple))
        case "\u{85}": return makeTuple(1)
        case "\u{86}": return makeTuple(2)
        case "\u{87}": return makeTuple(3)
        default: return performRarer(operation)
        }
    }

    private mutating func performRarer(_ operation: UInt8) -> Bool {
        switch Character(UnicodeScalar(operation)) {
        case "\u{80}": return skip(1)
        case "\u{95}": return skip(8)
        case "c": return skipLine() && skipLine() && push(.other)
        case "\u{93}": return pop(2) && push(.other)
        case "C", "U", "\u{8c}": return skipText(1)
        case "B", "T", "X": return skipText(4)
        case "\u{8a}": return skipText(1)
        case "q": return remember(number(1))
        case "r": return remember(number(4))
        case "\u{94}": return remember(memory.count)
        case "h": return push(number(1).flatMap { memory[$0] })
        case "j": return push(number(4).flatMap { memory[$0] })
        case "R": return pop(2) && push(.other)
        case "b": return build()
        default: return false
        }
    }

    // MARK: The stack

    private mutating func push(_ item: Item?) -> Bool {
        guard let item else { return false }
        stack.append(item)
        return true
    }

    private mutating func pop(_ count: Int) -> Bool {
        guard stack.count >= count else { return false }
        stack.removeLast(count)
        return true
    }

    private mutating func popMarked() -> [Item]? {
        guard let mark = marks.popLast(), mark <= stack.count else { return nil }
        defer { stack.removeSubrange(mark...) }
        return Array(stack[mark...])
    }

    private mutating func makeTuple(_ count: Int) -> Bool {
        guard stack.count >= count else { return false }
        let items = Array(stack.suffix(count))
        stack.removeLast(count)
        return push(.tuple(items))
    }

    private mutating func append(_ items: [Item]?) -> Bool {
        guard let items, case .list(let list)? = stack.last else { return false }
        for item in items {
            switch item {
            case .number(let number): list.numbers.append(number)
            case .list(let inner): list.lists.append(inner)
            default: return false
            }
        }
        return true
    }

    /// An object is given its state: that of an array ends with its elements.
    private mutating func build() -> Bool {
        guard let given = stack.popLast() else { return false }
        if case .tuple(let items) = given, case .list(let list)? = items.last { state = list }
        return true
    }

    private mutating func remember(_ key: Int?) -> Bool {
        guard let key, let item = stack.last else { return false }
        memory[key] = item
        return true
    }

    // MARK: The bytes

    private mutating func number(_ count: Int) -> Int? {
        guard place + count <= bytes.count else { return nil }
        defer { place += count }
        return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    private mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= bytes.count - place else { return false }
        place += count
        return true
    }

    private mutating func skipText(_ width: Int) -> Bool {
        guard let count = number(width) else { return false }
        return skip(count) && push(.other)
    }

    private mutating func skipLine() -> Bool {
        guard let end = bytes[place...].firstIndex(of: 0x0A) else { return false }
        place = end + 1
        return true
    }
}
