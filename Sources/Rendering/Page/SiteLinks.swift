/// How the page of a note refers to the rest of its site.
package struct SiteLinks: Sendable {
    /// The way from the page to the site's root: empty or `../` …
    package var root: String
    /// The page of a note, by its path relative to this one; nil for what is no note of the site.
    package var page: @Sendable (String) -> String?

    package init(root: String, page: @escaping @Sendable (String) -> String?) {
        self.root = root
        self.page = page
    }

    /// The folder of the pictures, from the site's root.
    package static let pictures = "assets/pictures/"
}
