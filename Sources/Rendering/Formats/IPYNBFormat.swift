import Notebooks

/// A Jupyter notebook, nbformat 4.5.
struct IPYNBFormat: OutputFormat {
    let name = "ipynb"
    let fileExtension = "ipynb"

    func render(_ note: ExecutedNotebook, options: RenderOptions) throws -> Page {
        if let document = note.notebook.jupyter {
            let runs = Dictionary(uniqueKeysWithValues: note.runs.enumerated().map { ($0, $1) })
            return Page(
                bytes: document.updated(note.notebook.source, with: runs, renumbering: true))
        }
        return Page(bytes: Array((JupyterNotebook(note).json.text + "\n").utf8))
    }
}
