import Diagnostics
import Notebooks

/// Reads the notebook that a file holds, whatever its form.
enum NotebookFile {
    static func notebook(of source: SourceText) -> Notebook {
        NotebookReader.read(source)
    }
}
