/// Writes a traceback line by line; exceptions inside a group stand further in, behind a margin.
struct TracebackWriter {
    private(set) var lines: [String] = []
    private let text: TracebackText
    /// How many groups are around what is written.
    private var depth = 0
    /// Whether the innermost group's last exception still needs the line below it.
    private var needsEnd = false

    /// CPython shows this many exceptions of a group, and this many groups inside each other.
    private static let shownMembers = 15
    private static let shownDepth = 10

    init(text: TracebackText) { self.text = text }

    /// Writes an exception after those it came from.
    mutating func write(_ exception: ExceptionObject) {
        for (link, sentence) in text.chain(to: exception) {
            writeOwn(link)
            if let sentence { emit(["", sentence, ""]) }
        }
    }

    private mutating func writeOwn(_ exception: ExceptionObject) {
        let frames = text.frames(of: exception)
        guard exception.isGroup else {
            if !frames.isEmpty { emit(["Traceback (most recent call last):"]) }
            return emit(text.bodyLines(of: exception, frames))
        }
        guard depth <= Self.shownDepth else {
            return emit(["... (max_group_depth is \(Self.shownDepth))"])
        }
        let isOutermost = depth == 0
        if isOutermost { depth = 1 }
        if !frames.isEmpty {
            emit(
                ["Exception Group Traceback (most recent call last):"],
                margin: isOutermost ? "+" : "|")
        }
        emit(text.bodyLines(of: exception, frames))
        writeMembers(of: exception)
        if isOutermost { depth = 0 }
    }

    private mutating func writeMembers(of group: ExceptionObject) {
        let members = group.members
        let shown = min(members.count, Self.shownMembers + 1)
        needsEnd = false
        for index in 0..<shown {
            let isLast = index == shown - 1
            if isLast { needsEnd = true }
            let isCut = index >= Self.shownMembers
            let title = isCut ? "..." : "\(index + 1)"
            lines.append(
                indentation + (index == 0 ? "+-" : "  ")
                    + "+---------------- \(title) ----------------")
            depth += 1
            if isCut {
                let left = members.count - Self.shownMembers
                emit(["and \(left) more exception\(left > 1 ? "s" : "")"])
            } else if let member = members[index].object as? ExceptionObject {
                write(member)
            }
            if isLast, needsEnd {
                lines.append(indentation + "+------------------------------------")
                needsEnd = false
            }
            depth -= 1
        }
    }

    private var indentation: String { String(repeating: "  ", count: depth) }

    private mutating func emit(_ new: [String], margin: String = "|") {
        let start = depth == 0 ? "" : indentation + margin + " "
        lines += new.map { start + $0 }
    }
}

extension ExceptionObject {
    /// Whether it is a `BaseExceptionGroup`.
    fileprivate var isGroup: Bool {
        type.isSubtype(of: type.interpreter.types.exception("BaseExceptionGroup"))
    }
}
