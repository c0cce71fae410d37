import Diagnostics

/// What running a cell gave.
package struct CellRun: Sendable, Codable {
    package enum Status: String, Sendable, Codable {
        case succeeded, failed
        /// The cell failed, as `#| error: true` says it should.
        case failedAsExpected
        /// `#| eval: false`, or a cell after the one that stopped the note.
        case skipped
    }

    /// The `n` of `In [n]`.
    package var number: Int
    package var status: Status
    package var outputs: [CellOutput]
    /// The variables that the cell made or changed, in the order of their names.
    package var variables: [VariableSummary]
    /// What assignments in the code produced, in line order.
    package var shapeNotes: [ShapeNote]
    /// Wall time in seconds.
    package var duration: Double
    /// What the cell took from unseeded generators and from the clock.
    package var sources: [VaryingSource]

    package init(
        number: Int, status: Status, outputs: [CellOutput] = [],
        variables: [VariableSummary] = [], shapeNotes: [ShapeNote] = [], duration: Double = 0,
        sources: [VaryingSource] = []
    ) {
        self.number = number
        self.status = status
        self.outputs = outputs
        self.variables = variables
        self.shapeNotes = shapeNotes
        self.duration = duration
        self.sources = sources
    }
}

/// One output of a cell, in the order of their making.
package enum CellOutput: Sendable, Codable {
    package enum Stream: String, Sendable, Codable { case stdout, stderr }

    case stream(Stream, String)
    /// The value of the last expression, `Out[n]`; the MIME bundle always has `text/plain`.
    case result([String: String])
    /// `display(…)` and figures.
    case display([String: String])
    case error(ErrorReport)
}

/// A Python exception that ended a cell.
package struct ErrorReport: Sendable, Codable {
    /// A call on the way to the mistake, outermost first.
    package struct Frame: Sendable, Codable {
        package var file: String
        /// `In [2]` for a cell's code.
        package var cell: String?
        /// The function's name; `<module>` for a cell's own code.
        package var function: String
        package var position: SourcePosition
        /// The source line with the part that PEP 657 underlines.
        package var excerpt: Diagnostic.Excerpt?

        package init(
            file: String, cell: String?, function: String, position: SourcePosition,
            excerpt: Diagnostic.Excerpt?
        ) {
            self.file = file
            self.cell = cell
            self.function = function
            self.position = position
            self.excerpt = excerpt
        }
    }

    /// The class: `TypeError`.
    package var name: String
    /// `str(exception)`.
    package var value: String
    package var frames: [Frame]
    /// The whole traceback as text, chained exceptions included, one element per line.
    package var traceback: [String]
    /// "did you mean `return_sequences`?"
    package var hints: [String]

    package init(
        name: String, value: String, frames: [Frame], traceback: [String], hints: [String] = []
    ) {
        self.name = name
        self.value = value
        self.frames = frames
        self.traceback = traceback
        self.hints = hints
    }
}

extension ErrorReport {
    /// The error in one diagnostic, at the innermost place that is in the note.
    package var diagnostic: Diagnostic {
        let place = frames.last.map {
            Diagnostic.Place(file: $0.file, position: $0.position, excerpt: $0.excerpt)
        }
        return Diagnostic(
            .error, value.isEmpty ? name : "\(name): \(value)", at: place, hints: hints)
    }
}

/// A variable as the listings show it.
package struct VariableSummary: Sendable, Equatable, Codable {
    package var name: String
    /// The type's name: `EagerTensor`.
    package var type: String
    /// `(4, 80, 100)`, a length like `12 items`, or empty.
    package var shape: String
    /// `float32`, or empty.
    package var dtype: String
    /// The beginning of its `repr`, on one line.
    package var preview: String

    package init(name: String, type: String, shape: String, dtype: String, preview: String) {
        self.name = name
        self.type = type
        self.shape = shape
        self.dtype = dtype
        self.preview = preview
    }
}

/// What an assignment produced, shown beside its line: `x  (4, 80, 100) float32`.
package struct ShapeNote: Sendable, Equatable, Codable {
    /// The line of the cell's code, from 1.
    package var line: Int
    package var name: String
    /// `(4, 80, 100)`.
    package var shape: String
    /// `float32`.
    package var dtype: String

    package init(line: Int, name: String, shape: String, dtype: String) {
        self.line = line
        self.name = name
        self.shape = shape
        self.dtype = dtype
    }
}
