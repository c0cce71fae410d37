import Diagnostics

/// A call of a traceback with what the reader is shown of it.
package struct TracebackFrame: Sendable, Hashable {
    package let file: String
    /// The line in the file, from 1.
    package let line: Int
    package let function: String
    /// The source line without its indentation; empty where there is none.
    package let text: String
    /// What stands below the line: `    ~~^~~`; nil where the whole line is meant.
    package let carets: String?
    /// How often the same call follows and is not shown.
    package var repetitions = 0

    /// The frame as a traceback shows it.
    package var lines: [String] {
        var lines = ["  File \"\(file)\", line \(line), in \(function)"]
        if !text.isEmpty { lines.append("    " + text) }
        if let carets { lines.append("    " + carets) }
        if repetitions > 0 {
            let times = repetitions == 1 ? "time" : "times"
            lines.append("  [Previous line repeated \(repetitions) more \(times)]")
        }
        return lines
    }
}

/// Tracebacks as CPython 3.11 prints them.
package struct TracebackText {
    private let python: Interpreter

    package init(in python: Interpreter) { self.python = python }

    /// All lines, without line ends: the exceptions it came from first, its own class and message last.
    package func lines(of exception: ExceptionObject) -> [String] {
        var writer = TracebackWriter(text: self)
        writer.write(exception)
        return writer.lines
    }

    /// The exception and those it came from, the first cause first; a sentence tells how it led to the next.
    func chain(to exception: ExceptionObject) -> [(exception: ExceptionObject, sentence: String?)] {
        var seen: Set<ObjectIdentifier> = []
        var links: [(exception: ExceptionObject, sentence: String?)] = []
        var link: ExceptionObject? = exception
        var sentence: String?
        while let current = link, seen.insert(ObjectIdentifier(current)).inserted {
            links.append((current, sentence))
            if let cause = current.cause.object as? ExceptionObject {
                (link, sentence) = (cause, Self.causeSentence)
            } else if !current.suppressesContext {
                link = current.context.object as? ExceptionObject
                sentence = Self.contextSentence
            } else {
                link = nil
            }
        }
        return links.reversed()
    }

    private static let causeSentence =
        "The above exception was the direct cause of the following exception:"
    private static let contextSentence =
        "During handling of the above exception, another exception occurred:"

    /// The lines of one exception without its heading and those it came from.
    func bodyLines(of exception: ExceptionObject, _ frames: [TracebackFrame]) -> [String] {
        frames.flatMap(\.lines) + placeLines(of: exception) + summaryLines(of: exception)
    }

    /// The calls, outermost first; of a line that calls itself again and again only the first three.
    package func frames(of exception: ExceptionObject) -> [TracebackFrame] {
        var frames: [TracebackFrame] = []
        var count = 0
        for entry in exception.trace.reversed() where !entry.function.isEmpty {
            let line = python.line(of: entry.span.start, in: entry.source)
            if let last = frames.last, last.line == line, last.file == entry.source.name,
                last.function == entry.function
            {
                count += 1
                if count > Self.shownRepetitions {
                    frames[frames.count - 1].repetitions += 1
                    continue
                }
            } else {
                count = 1
            }
            frames.append(TracebackFrame(entry))
        }
        return frames
    }

    /// CPython shows a repeated call three times.
    private static let shownRepetitions = 3

    /// Class and message, and the notes that were added: `ValueError: too small`.
    package func summaryLines(of exception: ExceptionObject) -> [String] {
        let name = className(exception.type)
        let message = message(of: exception)
        let first = Quoting.encodable(message.isEmpty ? name : "\(name): \(message)")
        return first.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            + notes(of: exception)
    }

    private func message(of exception: ExceptionObject) -> String {
        if exception.type.isSubtype(of: python.types.exception("SyntaxError")),
            let message = exception.attribute("msg") ?? exception.arguments.first
        {
            return (try? python.str(message)) ?? ""
        }
        return (try? python.str(.object(exception))) ?? "<exception str() failed>"
    }

    private func notes(of exception: ExceptionObject) -> [String] {
        guard let notes = exception.attribute("__notes__") else { return [] }
        guard let items = try? python.list(notes) else { return [] }
        return items.flatMap { note -> [String] in
            let text = (try? python.str(note)) ?? "<note str() failed>"
            return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The class with its module, which goes without saying for `builtins` and `__main__`.
    private func className(_ type: TypeObject) -> String {
        ["builtins", "__main__"].contains(type.moduleName)
            ? type.qualifiedName : "\(type.moduleName).\(type.qualifiedName)"
    }

    // MARK: Syntax errors

    /// Where a text is not Python: file, line, text and carets.
    private func placeLines(of exception: ExceptionObject) -> [String] {
        guard exception.type.isSubtype(of: python.types.exception("SyntaxError")) else { return [] }
        func field(_ name: String) -> Value {
            (try? python.getAttribute(.object(exception), name)) ?? .none
        }
        guard let line = field("lineno").integer else { return [] }
        var lines = ["  File \"\(field("filename").text ?? "<string>")\", line \(line)"]
        guard let text = field("text").text else { return lines }
        let trimmed = String(text.drop { $0 == " " || $0 == "\n" || $0 == "\u{0C}" })
        lines.append("    " + trimmed.filter { $0 != "\n" })
        guard let offset = field("offset").integer else { return lines }
        var end = field("end_offset").integer ?? 0
        if end == 0 || end == -1 || end == offset { end = offset + 1 }
        let indentation = text.unicodeScalars.count - trimmed.unicodeScalars.count
        let column = offset - 1 - indentation
        guard column >= 0 else { return lines }
        let space = trimmed.unicodeScalars.prefix(column).map {
            $0.properties.isWhitespace ? String($0) : " "
        }
        let padding = space.joined() + String(repeating: " ", count: column - space.count)
        lines.append("    " + padding + String(repeating: "^", count: max(end - offset, 0)))
        return lines
    }
}
