import Notebooks

extension ExecutedNotebook {
    /// A note as if it had been run and had shown what is recorded in it.
    package init(recordedIn notebook: Notebook) {
        let runs = notebook.cells.map { cell -> CellRun in
            guard let recorded = cell.recordedOutput else {
                return CellRun(number: cell.prompt ?? cell.index + 1, status: .skipped)
            }
            return CellRun(
                number: cell.prompt ?? cell.index + 1, status: .succeeded,
                outputs: recorded.isEmpty ? [] : [.stream(.stdout, recorded + "\n")])
        }
        self.init(notebook: notebook, runs: runs, variables: [])
    }
}
