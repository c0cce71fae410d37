import Execution
import Rendering

/// How the notes of a site are run and written.
package struct BuildOptions: Sendable {
    package var session: SessionOptions
    package var templates: TemplateSet
    /// Whether the shapes that assignments produced stand beside the code.
    package var showsShapes: Bool
    /// What sets the formulas.
    package var pool: KaTeXPool
    /// Notes that are run at the same time.
    package var jobs: Int
    /// Whether the pages listen to the server that shows them.
    package var isPreview: Bool

    package init(
        session: SessionOptions = SessionOptions(), templates: TemplateSet,
        showsShapes: Bool = true,
        pool: KaTeXPool = KaTeXPool(), jobs: Int = 1, isPreview: Bool = false
    ) {
        self.session = session
        self.templates = templates
        self.showsShapes = showsShapes
        self.pool = pool
        self.jobs = jobs
        self.isPreview = isPreview
    }

    /// What decides how a note's result is written.
    var looks: String { "\(templates.fingerprint) \(showsShapes) \(pool.identity)" }
}
