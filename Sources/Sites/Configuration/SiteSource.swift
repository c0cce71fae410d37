import Diagnostics
import Foundation

/// The files that a site is made from.
package struct SiteSource: Sendable {
    /// The folder of the notes.
    package let folder: String
    /// The notes by their paths in it.
    let notes: [String]
    /// `site.yml`; nil without one.
    package let configuration: String?
    /// `index.md`, what the home page says; nil without one.
    package let home: String?

    /// `notes` are paths below the folder. `siteFolders` are looked through in this order for `site.yml` and `index.md`.
    package init(folder: String, notes: [String], siteFolders: [String]) {
        self.folder = folder
        func first(_ name: String) -> String? {
            siteFolders.map { Self.join($0, name) }.first {
                FileManager.default.fileExists(atPath: $0)
            }
        }
        let home = first("index.md")
        configuration = first("site.yml")
        self.home = home
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        self.notes = notes.filter { $0 != home }.map {
            $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0
        }
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    static func text(_ path: String) throws -> SourceText {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Diagnostic(.error, "\(path) cannot be read")
        }
        return SourceText(name: path, utf8: [UInt8](data))
    }
}
