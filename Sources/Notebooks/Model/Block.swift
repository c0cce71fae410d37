import Diagnostics

/// A block of a note: what stands on lines of its own.
package struct Block: Sendable {
    package var kind: Kind
    /// The first line of the block in the note's file, from 1.
    package var line: Int

    package init(_ kind: Kind, line: Int) {
        self.kind = kind
        self.line = line
    }

    package indirect enum Kind: Sendable {
        case paragraph([Inline])
        case heading(level: Int, [Inline])
        case quote([Block])
        case list(List)
        case table(Table)
        case thematicBreak
        /// A fence or an indented block that is not run; `language` is its first word, empty
        /// without one.
        case code(language: String, text: String)
        /// A displayed formula, its TeX without the delimiters.
        case math(String)
        /// Raw HTML as written; a renderer must sanitise it.
        case html(String)
        /// `[^label]: …`; `number` is the order of its first reference, from 1.
        case footnote(label: String, number: Int, [Block])
        /// A cell that runs here: its index in `Notebook.cells`.
        case cell(Int)
    }

    package struct List: Sendable {
        /// The first number of an ordered list; nil for bullets.
        package var start: Int?
        /// Whether the items are written without blank lines between them.
        package var isTight: Bool
        package var items: [ListItem]

        package init(start: Int?, isTight: Bool, items: [ListItem]) {
            self.start = start
            self.isTight = isTight
            self.items = items
        }
    }

    package struct ListItem: Sendable {
        /// Whether a task is done; nil for an ordinary item.
        package var isDone: Bool?
        package var blocks: [Block]

        package init(isDone: Bool? = nil, blocks: [Block]) {
            self.isDone = isDone
            self.blocks = blocks
        }
    }

    package struct Table: Sendable {
        package enum Alignment: String, Sendable { case none, left, center, right }

        package var alignments: [Alignment]
        package var header: [[Inline]]
        package var rows: [[[Inline]]]

        package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
            self.alignments = alignments
            self.header = header
            self.rows = rows
        }
    }
}
