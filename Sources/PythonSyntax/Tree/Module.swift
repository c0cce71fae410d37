import Diagnostics

/// A parsed cell or file.
package struct Module: Sendable {
    package var source: SourceText
    package var body: [Statement]

    package init(source: SourceText, body: [Statement]) {
        self.source = source
        self.body = body
    }
}
