import Foundation

/// The files that all pages of a site share.
package struct SharedAssets: Sendable {
    /// The style of the pages, of the site's frame included.
    package let style: String
    /// What the pages do.
    package let script: String
    /// What runs in the head, before the page shows.
    package let theme: String

    private let math: MathAssets?

    package init(_ templates: TemplateSet, pool: KaTeXPool) {
        style = StyleSheet.compact(templates.style + "\n" + templates.file("site.css"))
        script = templates.script + "\n" + templates.file("search.js")
        theme = templates.file("theme.js")
        math = pool.assets
    }

    /// The style and the fonts of the formulas of all pages; nil without formulas.
    package func mathStyle(for use: MathUse) throws -> String? {
        guard !use.isEmpty, let math else { return nil }
        return try MathStyle(math).sheet(for: use)
    }

    /// The policy of the site's pages: its own files, the script in the head, and nothing else.
    package func policy(isPreview: Bool) -> String {
        ContentSecurityPolicy.sitePolicy(theme: theme, isPreview: isPreview)
    }
}
