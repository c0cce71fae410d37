import Notebooks

/// A kind of file that an executed note can become.
package protocol OutputFormat: Sendable {
    /// What `--to` calls it.
    var name: String { get }
    /// The ending of its files, without the dot.
    var fileExtension: String { get }

    func render(_ note: ExecutedNotebook, options: RenderOptions) throws -> Page
}
