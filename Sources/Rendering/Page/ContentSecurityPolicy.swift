import Foundation

/// What a page may do: show itself, run its own script, and nothing else.
enum ContentSecurityPolicy {
    /// The policy that allows exactly this script and this style.
    ///
    /// KaTeX places its glyphs by `style` attributes, which a policy cannot name one by one; `style-src` repeats the
    /// rule for browsers that do not know the finer ones.
    static func policy(script: String, style: String) -> String {
        [
            "default-src 'none'", "img-src data:", "font-src data:", "script-src '\(hash(script))'",
            "style-src 'unsafe-inline'", "style-src-elem '\(hash(style))'",
            "style-src-attr 'unsafe-inline'",
            "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
    }

    /// The policy of a site's pages, which share their style and script. A preview also listens to its server.
    static func sitePolicy(theme: String, isPreview: Bool) -> String {
        [
            "default-src 'none'", "img-src 'self' data:", "font-src data:",
            "script-src 'self' '\(hash(theme))'", "style-src 'self' 'unsafe-inline'",
            "style-src-elem 'self'", "style-src-attr 'unsafe-inline'",
            isPreview ? "connect-src 'self'" : "connect-src 'none'", "base-uri 'none'",
            "form-action 'none'",
        ].joined(separator: "; ")
    }

    private static func hash(_ text: String) -> String {
        "sha256-" + Data(SHA256.hash(Array(text.utf8))).base64EncodedString()
    }
}
