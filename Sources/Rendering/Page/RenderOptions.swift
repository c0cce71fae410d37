/// How a note is turned into a page.
package struct RenderOptions: Sendable {
    /// The bytes of a file that the note names, by its path relative to the note; nil where none can be read.
    package var resources: @Sendable (String) -> [UInt8]?
    /// Sets the formulas; give it the note with `prepare` before the cells run to have it done beside them.
    package var typesetter: Typesetter
    package var templates: TemplateSet
    /// Whether the shapes that assignments produced stand beside the code.
    package var showsShapes = true
    /// How the page refers to its site; nil for a page that stands alone.
    package var site: SiteLinks?

    package init(
        typesetter: Typesetter = Typesetter(), templates: TemplateSet? = nil,
        resources: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
    ) throws {
        self.typesetter = typesetter
        self.templates = try templates ?? TemplateSet()
        self.resources = resources
    }
}
