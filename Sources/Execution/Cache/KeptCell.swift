import Diagnostics
import Foundation
import Notebooks
import PythonModules

/// A cell that has run, as it is kept.
struct KeptCell: Codable {
    let event: CellEvent
    /// What must be the same for the cell to be this one.
    let key: Data
    /// Where its lines stood.
    private(set) var lines: [SourcePosition]?
    /// How many bytes the state behind the cell takes that was kept; nil where none was.
    var stateBytes: Int?
    /// Why it could not be.
    var unstorable: UnstorableState?
    /// What tells the state behind the cell from others, but for the history of the session; nil where nobody
    /// asked.
    var fingerprint: StateFingerprint?
    /// Whether the history in the state that was kept is that of another text of the note.
    var hasOldHistory = false

    init(_ cell: Cell, _ event: CellEvent) {
        self.event = event
        key = Data(Self.key(of: cell))
        lines = cell.source.origin?.lines
    }

    static func key(of cell: Cell) -> [UInt8] {
        var key = KeyBytes()
        key.add("\(cell.prompt as Int?) \(cell.options)".utf8)
        key.add(cell.source.utf8)
        return key.bytes
    }
}

extension KeptCell {
    /// The cell where it stands now, behind others than it ran behind.
    func moved(to cell: Cell) -> KeptCell {
        var moved = self
        moved.lines = cell.source.origin?.lines
        moved.hasOldHistory = stateBytes != nil
        return moved
    }
}

/// What of a run is kept.
struct KeptRun: Codable {
    var cells: [KeptCell] = []
    /// What was known behind the last cell.
    var end = EndEvent.none
}

/// What of a state cannot be kept, and the variable that leads to it.
struct UnstorableState: Codable {
    let what: String
    let name: String?
}

extension KeptCell {
    /// Why a cell that has not changed may give something else now.
    func obstacle(
        at cell: Cell, _ answers: inout [FileRead: Bool]
    ) -> RunReason.Cause? {
        if event.hasReadClock || event.wasInterrupted { return .clock }
        for read in event.reads {
            let isCurrent = answers[read] ?? read.isCurrent
            answers[read] = isCurrent
            if !isCurrent { return .changedFile }
        }
        return event.seesLines && lines != cell.source.origin?.lines ? .movedLines : nil
    }
}
