import Foundation
import Notebooks

/// Typesets a note's formulas on a thread of its own, while its cells run.
///
/// The thread starts with the first formula: a note without math never loads KaTeX. A formula that is written twice
/// is set once, with the macros known at its first place.
package final class Typesetter: Sendable {
    private let desk: Desk

    package init(assets: MathAssets? = .installed(), cache: BytecodeCache? = .standard()) {
        desk = Desk(KaTeXPool(assets: assets, cache: cache), store: nil)
    }

    /// For one of many notes, which share engines and what was typeset before.
    package init(_ pool: KaTeXPool, store: FormulaStore) { desk = Desk(pool, store: store) }

    /// Starts on the formulas of a note and returns at once.
    package func prepare(_ note: Notebook) {
        desk.order(NoteWalk.formulas(note.blocks))
    }

    /// The formula set, waiting for it where it is not ready.
    func typeset(_ formula: Formula) -> TypesetFormula {
        desk.order([formula])
        return desk.result(of: formula)
    }

    /// The style and fonts that pages with math need; nil where KaTeX is not installed.
    var assets: MathAssets? { desk.pool.assets }
}

/// Orders in, typeset formulas out; its lock guards everything mutable.
private final class Desk: @unchecked Sendable {
    /// KaTeX recurses with the nesting of a formula and the compiler with that of the program.
    private static let stackSize = 8 << 20

    let pool: KaTeXPool
    private let store: FormulaStore?
    private let lock = NSCondition()
    private var queue: [Formula] = []
    private var ordered: Set<Formula> = []
    private var results: [Formula: TypesetFormula] = [:]
    private var isWorking = false
    /// Belongs to the worker while one works.
    private var katex: Result<KaTeX, any Error>?

    /// Whether a formula has defined macros, so that the note's formulas no longer stand alone.
    private var hasMacros = false

    init(_ pool: KaTeXPool, store: FormulaStore?) {
        self.pool = pool
        self.store = store
    }

    deinit {
        if case .success(let katex)? = katex { pool.giveBack(katex) }
    }

    func order(_ formulas: [Formula]) {
        lock.withLock {
            queue.append(contentsOf: formulas.filter { ordered.insert($0).inserted })
            guard !queue.isEmpty, !isWorking else { return }
            isWorking = true
            let worker = Thread { self.work() }
            worker.stackSize = Self.stackSize
            worker.start()
        }
    }

    func result(of formula: Formula) -> TypesetFormula {
        lock.withLock {
            while true {
                if let result = results[formula] { return result }
                lock.wait()
            }
        }
    }

    private func work() {
        while let formula = next() {
            let result = self.result(for: formula)
            lock.withLock {
                results[formula] = result
                lock.broadcast()
            }
        }
    }

    private func next() -> Formula? {
        lock.withLock {
            isWorking = !queue.isEmpty
            return queue.isEmpty ? nil : queue.removeFirst()
        }
    }

    /// Belongs to the worker.
    private func result(for formula: Formula) -> TypesetFormula {
        hasMacros = hasMacros || formula.definesMacros
        if !hasMacros, let known = store?.result(of: formula) { return known }
        let katex = self.katex ?? Result { try pool.borrow() }
        self.katex = katex
        let result = Self.typeset(formula, with: katex)
        if !hasMacros, case .success = katex { store?.keep(result, of: formula) }
        return result
    }

    private static func typeset(_ formula: Formula, with katex: Result<KaTeX, any Error>)
        -> TypesetFormula
    {
        switch katex {
        case .success(let katex): katex.typeset(formula)
        case .failure(let failure as ScriptEngine.Failure): .unavailable(failure.message)
        case .failure(let error): .unavailable("\(error)")
        }
    }
}
