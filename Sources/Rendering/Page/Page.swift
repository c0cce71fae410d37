import Diagnostics

/// A finished file, and what its reader should know about it.
package struct Page: Sendable {
    package var bytes: [UInt8]
    package var diagnostics: [Diagnostic]

    package init(bytes: [UInt8], diagnostics: [Diagnostic] = []) {
        self.bytes = bytes
        self.diagnostics = diagnostics
    }
}
