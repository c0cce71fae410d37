/// Lays out nested groups in a width as IPython does: a group that does not fit breaks at all its
/// separators, the outermost group first.
///
/// Text and separators wait in a buffer until it is known whether the group they belong to breaks.
struct PrettyLayout {
    /// A nested group: whether its separators break, and how many of them wait in the buffer.
    private final class Group {
        let depth: Int
        var breaks = false
        var waiting = 0

        init(depth: Int) { self.depth = depth }
    }

    private enum Item {
        case text(String)
        case separator(Group, indentation: Int)

        var width: Int {
            switch self {
            case .text(let text): text.unicodeScalars.count
            case .separator: 1
            }
        }
    }

    private let width: Int
    private var output = ""
    private var outputWidth = 0
    private var buffer: [Item] = []
    private var bufferWidth = 0
    private var indentation = 0
    private var stack: [Group]
    /// The groups that may still break, by depth.
    private var queue: [[Group]]

    init(width: Int = 79) {
        self.width = width
        let root = Group(depth: 0)
        stack = [root]
        queue = [[root]]
    }

    /// Adds text without line ends.
    mutating func text(_ text: String) {
        let item = Item.text(text)
        guard !buffer.isEmpty else {
            output += text
            outputWidth += item.width
            return
        }
        buffer.append(item)
        bufferWidth += item.width
        breakOuterGroups()
    }

    /// Adds a place that is a blank, or a line end where its group breaks.
    mutating func separator() {
        let group = stack[stack.count - 1]
        if group.breaks {
            flush()
            newLine(indentation)
        } else {
            buffer.append(.separator(group, indentation: indentation))
            group.waiting += 1
            bufferWidth += 1
            breakOuterGroups()
        }
    }

    /// Ends the line whatever fits; a group around it breaks.
    mutating func lineEnd() {
        if let group = nextGroup() { breakGroup(group) }
        flush()
        newLine(indentation)
    }

    mutating func begin(_ opening: String, indentation added: Int) {
        if !opening.isEmpty { text(opening) }
        let group = Group(depth: stack[stack.count - 1].depth + 1)
        stack.append(group)
        while queue.count <= group.depth { queue.append([]) }
        queue[group.depth].append(group)
        indentation += added
    }

    mutating func end(_ closing: String, indentation removed: Int) {
        indentation -= removed
        let group = stack.removeLast()
        if group.waiting == 0 { forget(group) }
        if !closing.isEmpty { text(closing) }
    }

    /// The finished text.
    mutating func finish() -> String {
        flush()
        return output
    }

    // MARK: Breaking

    private mutating func breakOuterGroups() {
        while width < outputWidth + bufferWidth {
            guard let group = nextGroup() else { return }
            breakGroup(group)
        }
    }

    /// The outermost group with separators that wait; it breaks from now on.
    private mutating func nextGroup() -> Group? {
        for depth in queue.indices {
            for (index, group) in queue[depth].reversed().enumerated() where group.waiting > 0 {
                // IPython removes by the index of the reversed list; its layouts depend on that.
                queue[depth].remove(at: index)
                group.breaks = true
                return group
            }
            for group in queue[depth] { group.breaks = true }
            queue[depth].removeAll()
        }
        return nil
    }

    private mutating func breakGroup(_ group: Group) {
        while group.waiting > 0, !buffer.isEmpty { emitFirst() }
        while case .text? = buffer.first { emitFirst() }
    }

    private mutating func emitFirst() {
        let item = buffer.removeFirst()
        bufferWidth -= item.width
        emit(item)
    }

    private mutating func flush() {
        for item in buffer { emit(item) }
        buffer.removeAll(keepingCapacity: true)
        bufferWidth = 0
    }

    private mutating func emit(_ item: Item) {
        switch item {
        case .text(let text):
            output += text
            outputWidth += item.width
        case .separator(let group, let indentation):
            group.waiting -= 1
            if group.breaks { return newLine(indentation) }
            if group.waiting == 0 { forget(group) }
            output += " "
            outputWidth += 1
        }
    }

    private mutating func newLine(_ indentation: Int) {
        output += "\n" + String(repeating: " ", count: indentation)
        outputWidth = indentation
    }

    private mutating func forget(_ group: Group) {
        queue[group.depth].removeAll { $0 === group }
    }
}
