/// What `site.yml` says of a site.
package struct SiteConfiguration: Sendable {
    /// A note in the wished order, and the line that names it.
    struct Entry: Sendable {
        var name: String
        var line: Int
    }

    package var title = "Notes"
    /// A BCP 47 tag.
    package var language = "en"
    package var description: String?
    package var author: String?
    /// Where the site will stand, without a slash at its end.
    package var url: String?
    /// Where its notes are kept.
    package var repository: String?
    var order: [Entry] = []

    package init() {}
}
