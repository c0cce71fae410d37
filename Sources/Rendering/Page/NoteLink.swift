import Diagnostics
import Foundation

/// A link of a note to another file of its site.
package struct NoteLink: Sendable, Codable {
    /// The path relative to the note, decoded.
    package var path: String
    /// The name behind `#`, as the page writes it.
    package var anchor: String?
    /// The page the link leads to; nil where the path is no note's.
    package var page: String?
    package var place: Diagnostic.Place

    /// The parts of an address: its path, decoded, and what stands behind `?` and `#`.
    static func parts(of address: String) -> (path: String, query: String, anchor: String?)? {
        guard SafeURL.scheme(of: address) == nil, !address.hasPrefix("/"), !address.hasPrefix("#"),
            !address.hasPrefix("?")
        else { return nil }
        let pieces = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = pieces.count > 1 ? String(pieces[1]) : nil
        let path = pieces[0].prefix { $0 != "?" }
        guard let decoded = String(path).removingPercentEncoding, !decoded.isEmpty else {
            return nil
        }
        return (decoded, String(pieces[0].dropFirst(path.count)), anchor)
    }
}
