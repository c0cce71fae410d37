import Diagnostics

/// A note that was read: its blocks, with its cells where they stand.
package struct Notebook: Sendable {
    /// The file as it is.
    package var source: SourceText
    package var frontMatter: FrontMatter
    package var blocks: [Block]
    package var cells: [Cell]
    /// What the reader should know: an unclosed fence, bad front matter.
    package var diagnostics: [Diagnostic]
    /// What a Jupyter notebook's file is made of; nil for Markdown.
    package var jupyter: JupyterDocument?

    package init(
        source: SourceText, frontMatter: FrontMatter = FrontMatter(), blocks: [Block] = [],
        cells: [Cell] = [], diagnostics: [Diagnostic] = []
    ) {
        self.source = source
        self.frontMatter = frontMatter
        self.blocks = blocks
        self.cells = cells
        self.diagnostics = diagnostics
    }
}

/// What the YAML at the head of a note says.
package struct FrontMatter: Sendable, Equatable {
    package var title: String?
    package var author: String?
    /// A BCP 47 tag: `zh-CN`.
    package var language: String?
    /// `nbrun:` options of the note: the seed, whether names are imported for it.
    package var seed: UInt64?
    package var prelude: Bool?

    package init() {}
}

/// A note and what running it gave.
package struct ExecutedNotebook: Sendable {
    package var notebook: Notebook
    /// A run for each cell, in the order of `notebook.cells`.
    package var runs: [CellRun]
    /// All variables at the end, in the order of their names.
    package var variables: [VariableSummary]
    /// Imports made for the note because it uses the names without binding them: `import numpy as
    /// np`.
    package var prelude: [String]
    package var diagnostics: [Diagnostic]
    /// What the cells wrote, by paths from the note's folder.
    package var files: [WrittenFile] = []

    package init(
        notebook: Notebook, runs: [CellRun], variables: [VariableSummary], prelude: [String] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.notebook = notebook
        self.runs = runs
        self.variables = variables
        self.prelude = prelude
        self.diagnostics = diagnostics
    }
}

/// A file that a note's cells wrote.
package struct WrittenFile: Sendable, Equatable {
    /// The path from the note's folder, without `..`.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
