import Notebooks

/// An executed note in Jupyter's form: its Markdown as written, cut at its cells.
struct JupyterNotebook {
    private let note: ExecutedNotebook
    private var cells: [JSON] = []
    private var names = AnchorNames()

    init(_ note: ExecutedNotebook) {
        self.note = note
        for piece in NotebookPieces.pieces(of: note.notebook) {
            switch piece {
            case .frontMatter(let text): addText(text, type: "raw", indent: 0)
            case .markdown(let text, let indent): addText(text, type: "markdown", indent: indent)
            case .cell(let index): addCell(note.notebook.cells[index], note.runs[index])
            }
        }
    }

    var json: JSON {
        .sorted([
            "cells": .array(cells),
            "metadata": .sorted([
                "kernelspec": .sorted([
                    "display_name": .string("Python 3"), "language": .string("python"),
                    "name": .string("python3"),
                ]),
                "language_info": .sorted([
                    "file_extension": .string(".py"), "mimetype": .string("text/x-python"),
                    "name": .string("python"),
                    // The Python whose language and messages the cells follow.
                    "version": .string("3.11"),
                ]),
            ]),
            "nbformat": .integer(4), "nbformat_minor": .integer(5),
        ])
    }

    private mutating func addText(_ text: String, type: String, indent: Int) {
        let metadata: [String: JSON] =
            indent == 0 ? [:] : ["nbrun": .sorted(["indent": .integer(indent)])]
        cells.append(
            .sorted([
                "cell_type": .string(type), "id": .string(identity(of: text)),
                "metadata": .sorted(metadata),
                "source": .lines(text),
            ]))
    }

    private mutating func addCell(_ cell: Cell, _ run: CellRun) {
        let number = cell.prompt ?? run.number
        let source = cell.source.text.withoutFinalLineEnds
        cells.append(
            .sorted([
                "cell_type": .string("code"),
                "execution_count": run.status == .skipped ? .null : .integer(number),
                "id": .string(identity(of: source)), "metadata": .sorted(Self.metadata(of: cell)),
                "outputs": .array(JupyterOutputs.outputs(of: run, number: number)),
                "source": .lines(source),
            ]))
    }

    /// The cell's options as the tags that Jupyter's tools know.
    private static func metadata(of cell: Cell) -> [String: JSON] {
        var tags: [String] = []
        if !cell.options.echo { tags.append("remove-input") }
        if !cell.options.output { tags.append("remove-output") }
        if !cell.options.eval { tags.append("skip-execution") }
        if cell.options.error { tags.append("raises-exception") }
        if cell.options.isParameters { tags.append("parameters") }
        var metadata: [String: JSON] = [:]
        if !tags.isEmpty { metadata["tags"] = .array(tags.map(JSON.string)) }
        // Where the cell stands in a list or a quote, so that it can go back there.
        if let prefix = cell.place?.prefix, !prefix.isEmpty {
            metadata["nbrun"] = .sorted(["prefix": .string(prefix)])
        }
        return metadata
    }

    /// A name that follows from the text, so that an edit elsewhere does not change it.
    private mutating func identity(of text: String) -> String {
        names.unique(String(checksum(text.utf8).hexadecimal.prefix(8)))
    }
}
