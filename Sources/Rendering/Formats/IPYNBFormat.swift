import Notebooks

/// A Jupyter notebook, nbformat 4.5.
struct IPYNBFormat: OutputFormat {
    let name = "ipynb"
    let fileExtension = "ipynb"

    func render(_ note: ExecutedNotebook, options: RenderOptions) throws -> Page {
        Page(bytes: Array((JupyterNotebook(note).json.text + "\n").utf8))
    }
}
