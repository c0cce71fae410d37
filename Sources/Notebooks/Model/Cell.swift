import Diagnostics

/// Python code of a note that runs where it stands.
package struct Cell: Sendable {
    /// The position among the note's cells, from 0.
    package var index: Int
    /// The code, which knows its lines' places in the note's file.
    package var source: SourceText
    package var options: CellOptions
    /// The `n` of a transcript's `In [n]:`; nil elsewhere.
    package var prompt: Int?
    /// The output that the note's author recorded, its last line end left out; nil without one.
    package var recordedOutput: String?
    /// Where the cell stands in a Markdown file; nil elsewhere.
    package var place: CellPlace?

    package init(
        index: Int, source: SourceText, options: CellOptions = CellOptions(), prompt: Int? = nil,
        recordedOutput: String? = nil, place: CellPlace? = nil
    ) {
        self.index = index
        self.source = source
        self.options = options
        self.prompt = prompt
        self.recordedOutput = recordedOutput
        self.place = place
    }
}

/// What the `#|` lines at the head of a cell ask for.
package struct CellOptions: Sendable, Equatable {
    /// Whether the page shows the code.
    package var echo = true
    /// Whether the code runs.
    package var eval = true
    /// Whether the page shows what it prints and returns.
    package var output = true
    /// A name that other places refer to.
    package var label: String?
    /// Whether the cell is meant to fail.
    package var error = false
    /// How the output is held to the recorded one; nil where the cell does not say.
    package var test: TestMode?
    /// How far numbers may lie from recorded ones, as a part of them and absolutely; nil where it is not said.
    package var relativeTolerance: Double?
    package var absoluteTolerance: Double?
    /// Whether the cell gives the note's parameters their usual values.
    package var isParameters = false

    /// How an output is held to the recorded one.
    package enum TestMode: String, Sendable, CaseIterable {
        /// To the letter.
        case exact
        /// But for numbers within a tolerance.
        case close
        /// Numbers only by their kind and number.
        case shape
        /// Not at all.
        case skip
    }

    package init() {}
}
