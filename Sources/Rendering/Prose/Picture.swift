import Foundation

/// A picture as a page can carry it.
enum Picture {
    case embedded(String)
    /// A file of the site: its path from the note, and what the site calls it.
    case file(path: String, name: String)
    case missing
    /// On another machine: a page loads nothing from there.
    case remote(String)

    /// Finds a picture by the address a note gives it.
    init(_ address: String, resources: (String) -> [UInt8]?, site: SiteLinks? = nil) {
        if SafeURL.isPictureData(address) {
            self = .embedded(SafeURL.withoutControls(address))
        } else if SafeURL.isRemote(address) {
            self = .remote(SafeURL.withoutControls(address))
        } else {
            var found: (path: String, bytes: [UInt8])?
            for path in Self.paths(for: address) where found == nil {
                found = resources(path).map { (path, $0) }
            }
            if site != nil, let (path, bytes) = found, let name = Self.fileName(bytes) {
                self = .file(path: path, name: name)
            } else {
                self =
                    found.flatMap { Self.dataAddress($0.bytes) }.map(Picture.embedded) ?? .missing
            }
        }
    }

    /// The file names an address can mean: as written, with `%20` decoded, with Windows' separators turned.
    private static func paths(for address: String) -> [String] {
        guard SafeURL.scheme(of: address) == nil else { return [] }
        let turned = address.split(separator: "\\", omittingEmptySubsequences: false).joined(
            separator: "/")
        let bare = String(turned.prefix { $0 != "?" && $0 != "#" })
        var paths: [String] = []
        for path in [address, turned.removingPercentEncoding, bare.removingPercentEncoding] {
            if let path, !path.isEmpty, !paths.contains(path) { paths.append(path) }
        }
        return paths
    }

    /// The `data:` address of a picture's bytes; nil when they are no picture.
    static func dataAddress(_ bytes: [UInt8]) -> String? {
        type(of: bytes).map { "data:\($0);base64,\(Data(bytes).base64EncodedString())" }
    }

    /// The name of a picture's file in a site: from its content, so that it may be kept for ever. Nil for drawings,
    /// which could run scripts when opened alone, and for what is no picture.
    private static func fileName(_ bytes: [UInt8]) -> String? {
        guard let type = type(of: bytes), type != "image/svg+xml" else { return nil }
        return checksum(bytes).hexadecimal + "." + type.dropFirst("image/".count)
    }

    private static func type(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: Array("GIF8".utf8)) { return "image/gif" }
        if bytes.starts(with: Array("RIFF".utf8)),
            bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
        {
            return "image/webp"
        }
        // An SVG in an <img> runs no scripts and loads nothing.
        let head = String(decoding: bytes.prefix(1000), as: UTF8.self)
        return head.contains("<svg") ? "image/svg+xml" : nil
    }
}
