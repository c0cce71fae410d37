/// The list of a site's addresses for those who index it.
enum SiteMap {
    /// Nil where nobody knows where the site will stand.
    static func text(_ pages: [String], _ configuration: SiteConfiguration) -> String? {
        guard let url = configuration.url else { return nil }
        let entries = pages.map { page in
            let path = page == "index.html" ? "" : SitePath.escaped(page)
            return "<url><loc>\(escaped(url + "/" + path))</loc></url>\n"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(entries.joined())</urlset>

            """
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    }
}
