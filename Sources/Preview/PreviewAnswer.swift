import Foundation

/// What a preview answers to a request, whatever carries it.
struct PreviewAnswer: Equatable {
    var status: Int
    var type: String
    var body: [UInt8]
    /// Whether the answer is the stream of what is new.
    var isStream = false

    /// Longer requests are nobody's that reads pages.
    static let longestPath = 4_096

    /// The path of the stream.
    static let events = "/.nbrun/events"
}

/// Decides what to answer.
struct PreviewPages: Sendable {
    /// The names under which this machine may be asked; nil for any.
    let hosts: Set<String>?
    /// The bytes of a page, by its path in the site.
    let file: @Sendable (String) -> [UInt8]?

    /// The answer to a request; `path` as the request has it, without the query.
    func answer(method: String, path: String, host: String?) -> PreviewAnswer {
        guard isKnown(host) else {
            // A page of another site must not read this one under its own name.
            return .text(421, "This preview answers to its own address only.")
        }
        guard method == "GET" || method == "HEAD" else {
            return .text(405, "A preview only shows pages.")
        }
        guard path.utf8.count <= PreviewAnswer.longestPath else {
            return .text(414, "The address is too long.")
        }
        if path == PreviewAnswer.events {
            return PreviewAnswer(
                status: 200, type: "text/event-stream; charset=utf-8", body: [], isStream: true)
        }
        guard let name = Self.name(of: path) else { return .text(400, "The address is no path.") }
        if let bytes = file(name) {
            return PreviewAnswer(status: 200, type: Self.type(of: name), body: bytes)
        }
        if let bytes = file("404.html") {
            return PreviewAnswer(status: 404, type: Self.type(of: "404.html"), body: bytes)
        }
        return .waiting
    }

    private func isKnown(_ host: String?) -> Bool {
        guard let hosts else { return true }
        guard let host else { return false }
        return hosts.contains(Self.withoutPort(host).lowercased())
    }

    private static func withoutPort(_ host: String) -> String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }

    /// The file that a path means; nil for one that tries to leave the root.
    static func name(of path: String) -> String? {
        guard path.hasPrefix("/"), let decoded = path.removingPercentEncoding,
            !decoded.utf8.contains(0), !decoded.contains("\\")
        else { return nil }
        let parts = decoded.split(separator: "/", omittingEmptySubsequences: true)
        guard !parts.contains(where: { $0.hasPrefix(".") }) else { return nil }
        let name = parts.joined(separator: "/")
        if name.isEmpty { return "index.html" }
        return decoded.hasSuffix("/") ? name + "/index.html" : name
    }

    private static func type(of name: String) -> String {
        let types = [
            "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
            "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
            "xml": "application/xml; charset=utf-8", "png": "image/png", "jpeg": "image/jpeg",
            "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
            "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
            "json": "application/json", "pdf": "application/pdf",
        ]
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return types[ending] ?? "application/octet-stream"
    }
}

extension PreviewAnswer {
    static func text(_ status: Int, _ text: String) -> PreviewAnswer {
        PreviewAnswer(
            status: status, type: "text/plain; charset=utf-8", body: Array((text + "\n").utf8))
    }

    /// What is shown until the first build is done. It names the icon, or browsers ask for one of their own choice.
    static let waiting = PreviewAnswer(
        status: 503, type: "text/html; charset=utf-8",
        body: Array(
            """
            <!doctype html><meta http-equiv=refresh content=1><link rel=icon href=/favicon.svg><title>…</title>\
            <p>The pages are not ready yet.
            """.utf8))
}
