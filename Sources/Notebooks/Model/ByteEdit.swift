import Diagnostics

/// Bytes that take the place of others in a file.
package struct ByteEdit: Sendable {
    package let span: SourceSpan
    package let replacement: [UInt8]

    package init(_ span: SourceSpan, _ replacement: some StringProtocol) {
        self.span = span
        self.replacement = Array(replacement.utf8)
    }

    /// The bytes with all edits, which do not overlap, made.
    package static func apply(_ edits: [ByteEdit], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for edit in edits.sorted(by: { $0.span.start < $1.span.start }) {
            result += bytes[position..<max(edit.span.start, position)]
            result += edit.replacement
            position = max(edit.span.end, position)
        }
        return result + bytes[position...]
    }
}
