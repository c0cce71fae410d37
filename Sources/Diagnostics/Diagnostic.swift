/// One thing a reader should know about their note: where, what, why, and what to do instead.
package struct Diagnostic: Error, Sendable, Hashable, Codable {
    package enum Severity: String, Sendable, Codable { case error, warning, note }

    package var severity: Severity
    /// The mistake in one sentence.
    package var message: String
    package var place: Place?
    /// What to do instead, a sentence each: "did you mean `return_sequences`?".
    package var hints: [String]

    package init(
        _ severity: Severity, _ message: String, at place: Place? = nil, hints: [String] = []
    ) {
        self.severity = severity
        self.message = message
        self.place = place
        self.hints = hints
    }

    /// A place in a file, with the line itself so that it can be shown without the file.
    package struct Place: Sendable, Hashable, Codable {
        package var file: String
        package var position: SourcePosition
        /// The source line and the part of it to underline; nil where there is no text to show.
        package var excerpt: Excerpt?

        package init(file: String, position: SourcePosition, excerpt: Excerpt? = nil) {
            self.file = file
            self.position = position
            self.excerpt = excerpt
        }

        /// The place of a span of a text, in the file the text was cut from.
        package init(_ span: SourceSpan, in source: SourceText) {
            let start = source.position(of: span.start)
            let end = source.position(of: max(span.end, span.start))
            let line = source.line(start.line)
            let width =
                end.line == start.line
                ? end.column - start.column : line.unicodeScalars.count - start.column + 1
            self.init(
                file: source.name, position: source.filePosition(of: span.start),
                excerpt: Excerpt(line: line, column: start.column, width: max(width, 1)))
        }
    }

    /// A source line and the columns (from 1, in Unicode scalars) that a caret underlines.
    package struct Excerpt: Sendable, Hashable, Codable {
        package var line: String
        package var column: Int
        package var width: Int

        package init(line: String, column: Int, width: Int) {
            self.line = line
            self.column = column
            self.width = width
        }
    }
}
