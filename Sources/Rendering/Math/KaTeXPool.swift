import Foundation

/// Started engines that wait for the next note: starting one takes longer than typesetting a page.
package final class KaTeXPool: @unchecked Sendable {
    let assets: MathAssets?
    private let cache: BytecodeCache?
    private let lock = NSLock()
    private var idle: [KaTeX] = []

    package init(assets: MathAssets? = .installed(), cache: BytecodeCache? = .standard()) {
        self.assets = assets
        self.cache = cache
    }

    /// What formulas are set with, as text: another KaTeX sets them in another way.
    package var identity: String {
        guard let path = assets?.script.path,
            let found = try? FileManager.default.attributesOfItem(atPath: path)
        else { return "no KaTeX" }
        let date = (found[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(path) \((found[.size] as? Int) ?? 0) \(date)"
    }

    /// An engine that knows no note's macros.
    func borrow() throws -> KaTeX {
        if let katex = lock.withLock({ idle.popLast() }) {
            try katex.forgetMacros()
            return katex
        }
        guard let assets else { throw ScriptEngine.Failure(message: "KaTeX is not installed") }
        return try KaTeX(assets, cache: cache)
    }

    func giveBack(_ katex: KaTeX) {
        guard !katex.isWorn else { return }
        lock.withLock { idle.append(katex) }
    }
}
