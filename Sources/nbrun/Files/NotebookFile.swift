import Diagnostics
import Notebooks

/// Reads the notebook that a file holds, whatever its form.
enum NotebookFile {
    /// Throws a `Diagnostic` for a Jupyter notebook that is damaged.
    static func notebook(of source: SourceText) throws -> Notebook {
        try JupyterReader.reads(source) ? JupyterReader.read(source) : NotebookReader.read(source)
    }
}
