/// Where a link may lead.
enum SafeURL {
    private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "ftp"]

    /// The destination of a link; nil when following it could run code or read files.
    static func link(_ destination: String) -> String? {
        let url = withoutControls(destination)
        guard let scheme = scheme(of: url) else { return url }
        return schemes.contains(scheme) ? url : nil
    }

    /// The scheme before the first colon in lower case; nil for a relative address.
    static func scheme(of url: String) -> String? {
        guard let end = url.firstIndex(where: { ":/?#".contains($0) }), url[end] == ":" else {
            return nil
        }
        return url[..<end].lowercased()
    }

    /// Whether the address names another machine: `https://…` or `//…`.
    static func isRemote(_ url: String) -> Bool {
        let url = withoutControls(url)
        return url.hasPrefix("//")
            || scheme(of: url).map { $0 == "http" || $0 == "https" || $0 == "ftp" } ?? false
    }

    /// The base64 `data:` pictures a page may show.
    static func isPictureData(_ url: String) -> Bool {
        let head = withoutControls(url).prefix(40).lowercased()
        return ["png", "jpeg", "jpg", "gif", "webp"].contains {
            head.hasPrefix("data:image/\($0);base64,")
        }
    }

    /// Browsers drop tabs and line ends anywhere in an address, and controls and spaces around it.
    static func withoutControls(_ url: String) -> String {
        var scalars = url.unicodeScalars.filter { $0.value > 0x1F && $0.value != 0x7F }[...]
        while scalars.first?.value == 0x20 { scalars = scalars.dropFirst() }
        while scalars.last?.value == 0x20 { scalars = scalars.dropLast() }
        return String(String.UnicodeScalarView(scalars))
    }
}
