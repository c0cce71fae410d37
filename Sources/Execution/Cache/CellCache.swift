import Diagnostics
import Foundation
import Notebooks
import PythonModules
import PythonRuntime

/// Runs a note from its first changed cell on: what the cells before it gave, and the state they left, are kept
/// on disk.
///
/// A cell's result belongs to the program, the options and all cells up to it; a file that any of them read and
/// that changes ends it, and so does the clock. States are kept behind cells that took long; what ran since is
/// run again from there. Where the cells that ran lead to the state that they led to before, those behind them
/// are not run again.
struct CellCache: Sendable {
    private let folder: CacheFolder
    /// The name of the note's entries.
    private let name: String
    /// What decides the state before the first cell.
    private let beginning: [UInt8]
    private let notebook: Notebook
    private let options: SessionOptions
    /// Seconds that cells must have taken for the state behind them to be kept; 0 for every state.
    private let least: Double

    init(
        _ folder: CacheFolder, name: String, program: String, _ notebook: Notebook,
        _ options: SessionOptions, least: Double
    ) {
        self.least = least
        (self.folder, self.name) = (folder, name)
        (self.notebook, self.options) = (notebook, options)
        var key = KeyBytes()
        key.add(program.utf8)
        key.add(NoteBeginning.text(of: notebook, options).utf8)
        beginning = key.bytes
    }

    /// The run from the first changed cell on, as far back as its state is known.
    func run(progress: @escaping @Sendable (SessionProgress) -> Void) -> NoteRun {
        InterpreterThread.run {
            let known = knownCells()
            var first = known.usable
            while first > 0 {
                if known.cells[first - 1].stateBytes != nil,
                    let run = run(known, from: first, progress)
                {
                    return run
                }
                first -= 1
            }
            return run(known, from: 0, progress) ?? NoteRun(notebook, options, [], .none)
        }
    }

    /// Runs the cells from one on, in the state that was kept before it; nil where that cannot be read.
    private func run(
        _ known: KnownCells, from first: Int, _ progress: (SessionProgress) -> Void
    ) -> NoteRun? {
        let python = Interpreter()
        // The session goes first: what it holds are values of the interpreter.
        defer { python.close() }
        return run(known, from: first, in: python, progress)
    }

    private func run(
        _ known: KnownCells, from first: Int, in python: Interpreter,
        _ progress: (SessionProgress) -> Void
    ) -> NoteRun? {
        let session = NotebookSession(notebook, options: options, in: python)
        let last = first > 0 ? known.cells[first - 1] : nil
        if let last {
            guard !last.hasOldHistory || !mayReadHistory,
                let state = folder.entry(stateName(first - 1), key: key(to: first)),
                (try? InterpreterState.read(state, into: session)) != nil
            else { return nil }
            options.onStart?(python.interruption)
        } else {
            session.begin()
        }
        var keeping = StateKeeping(
            Array(known.cells[..<first]), hasOldHistory: last?.hasOldHistory ?? false, least: least)
        let count = notebook.cells.count
        var rest: ArraySlice<KeptCell> = []
        for cell in notebook.cells[first...] where rest.isEmpty {
            progress(SessionProgress(cell: cell.index + 1, count: count))
            keeping.add(KeptCell(cell, session.event(of: cell)))
            keepState(of: session, &keeping)
            keepFingerprint(of: session, &keeping, known)
            rest = known.rest(behind: keeping.cells) ?? []
        }
        progress(SessionProgress(cell: count + 1, count: count))
        let ran = keeping.cells.count
        keeping.cells += moved(rest, known)
        for old in keeping.makeRoom(for: 0) { folder.remove(stateName(old)) }
        let end = rest.isEmpty ? session.endEvent : known.end
        save(KeptRun(cells: keeping.cells, end: end), instead: known.all)
        var run = NoteRun(notebook, options, keeping.cells.map(\.event), end)
        (run.savedCells, run.savedBehind) = (first, rest.count)
        run.reason = known.reason(from: first, to: ran)
        return run
    }

    // MARK: What is known

    private func knownCells() -> KnownCells {
        let payload = folder.entry(name + ".cells", key: beginning)
        let run = payload.flatMap { try? JSONDecoder().decode(KeptRun.self, from: Data($0)) }
        return KnownCells(run ?? KeptRun(), of: notebook)
    }

    /// What the state behind some cells belongs to.
    private func stateKey(_ cells: some Sequence<[UInt8]>) -> [UInt8] {
        var key = KeyBytes()
        key.add(beginning)
        for cell in cells { key.add(cell) }
        return key.bytes
    }

    private func key(to count: Int) -> [UInt8] {
        stateKey(notebook.cells[..<count].map(KeptCell.key))
    }

    private func stateName(_ index: Int) -> String { "\(name).\(index).state" }

    /// What stands in the cells from one on.
    private func words(from first: Int) -> CellWords { CellWords(notebook.cells[first...]) }

    private var mayReadHistory: Bool { words(from: 0).mayReadHistory }

    // MARK: Keeping

    private func keepState(of session: NotebookSession, _ keeping: inout StateKeeping) {
        guard keeping.isWorthIt(of: notebook.cells.count), !session.python.interruption.wasRequested
        else { return }
        let clock = ContinuousClock()
        let start = clock.now
        defer { keeping.price = (clock.now - start).seconds }
        let index = keeping.cells.count - 1
        do {
            let words = wordsThatDecide(at: index)
            let kept = try session.state(limit: StateKeeping.limit, words: words)
            for old in keeping.makeRoom(for: kept.state.count) { folder.remove(stateName(old)) }
            folder.save(kept.state, as: stateName(index), key: key(to: index + 1))
            keeping.cells[index].stateBytes = kept.state.count
            keeping.cells[index].hasOldHistory = keeping.hasOldHistory
            if let words, let essence = kept.essence {
                keeping.cells[index].fingerprint = StateFingerprint(essence, words: words)
            }
        } catch let reason as Unstorable {
            keeping.cells[index].unstorable = UnstorableState(
                what: reason.what, name: reason.name)
        } catch {}
    }

    /// Notes what the state behind the last cell is where the next ones may not have to run again.
    private func keepFingerprint(
        of session: NotebookSession, _ keeping: inout StateKeeping, _ known: KnownCells
    ) {
        let index = keeping.cells.count - 1
        let last = keeping.cells[index]
        guard last.fingerprint == nil, last.unstorable == nil, !last.event.hasReadClock,
            !last.event.wasInterrupted, known.decides(at: index),
            let words = wordsThatDecide(at: index),
            let essence = try? session.essence(limit: StateKeeping.limit, words: words)
        else { return }
        keeping.cells[index].fingerprint = StateFingerprint(essence, words: words)
    }

    /// The words of the cells behind one; nil where there are none, or where the state decides less than they
    /// can see.
    private func wordsThatDecide(at index: Int) -> Set<String>? {
        index + 1 < notebook.cells.count && !mayReadHistory ? words(from: index + 1).words : nil
    }

    /// Cells with their states behind others than they ran behind.
    private func moved(_ rest: ArraySlice<KeptCell>, _ known: KnownCells) -> [KeptCell] {
        zip(rest, notebook.cells[rest.startIndex...]).map { kept, cell in
            var kept = kept.moved(to: cell)
            guard kept.stateBytes != nil else { return kept }
            let old = stateKey(known.all[...cell.index].map { [UInt8]($0.key) })
            guard let state = folder.entry(stateName(cell.index), key: old) else {
                kept.stateBytes = nil
                return kept
            }
            folder.save(state, as: stateName(cell.index), key: key(to: cell.index + 1))
            return kept
        }
    }

    private func save(_ run: KeptRun, instead old: [KeptCell]) {
        let cells = run.cells
        for (index, cell) in old.enumerated() where cell.stateBytes != nil {
            if index >= cells.count || cells[index].stateBytes == nil {
                folder.remove(stateName(index))
            }
        }
        guard let payload = try? JSONEncoder().encode(run) else { return }
        folder.save([UInt8](payload), as: name + ".cells", key: beginning)
    }
}

extension Duration {
    /// The length in seconds.
    var seconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
