import Foundation

/// KaTeX in a JavaScript engine of its own, ready to typeset.
final class KaTeX {
    /// A longer formula is no formula; it would only keep the engine busy.
    private static let longest = 20_000

    /// What KaTeX needs beyond the engine's ES5, and the one function that is called.
    ///
    /// `macros` outlives the formulas, so that `\newcommand` in one serves the next. `maxExpand` stops macros that
    /// feed on themselves, `maxSize` boxes larger than a page; nothing is trusted to name an address or a class.
    private static let prelude = """
        Array.prototype.fill = function (value) {
            for (var i = 0; i < this.length; i++) this[i] = value;
            return this;
        };
        """
    private static let entry = """
        var macros = {};
        function typeset(tex, isDisplayed) {
            try {
                return '1' + katex.renderToString(tex, {
                    displayMode: isDisplayed, output: 'htmlAndMathml', throwOnError: true, strict: 'ignore',
                    trust: false, maxExpand: 2000, maxSize: 40, macros: macros, globalGroup: true
                });
            } catch (problem) {
                return '0' + problem.message;
            }
        }
        """

    /// Freed blocks serve only blocks of the same size, so an engine grows with the formulas it has set. After that
    /// many bytes a new one is cheaper than the memory.
    private static let mostWear = 4 << 20

    private let engine: ScriptEngine
    private let bytesAtStart: Int

    /// Whether the engine has grown so much that it should not be used for another note.
    var isWorn: Bool { engine.takenBytes - bytesAtStart > Self.mostWear }

    /// Starts KaTeX, from the cache when it has been compiled before.
    init(_ assets: MathAssets, cache: BytecodeCache?) throws {
        engine = try ScriptEngine()
        try engine.run(Self.prelude)
        let source = [UInt8](try Data(contentsOf: assets.script))
        let name =
            "katex-\(checksum(source).hexadecimal)-duktape-\(ScriptEngine.version)-\(Self.architecture)"
        if let bytecode = cache?.entry(name) {
            try engine.load(bytecode)
        } else {
            let bytecode = try engine.bytecode(of: source)
            cache?.save(bytecode, as: name)
            try engine.load(bytecode)
        }
        try engine.run(Self.entry)
        bytesAtStart = engine.takenBytes
    }

    /// Forgets what the formulas so far have defined.
    func forgetMacros() throws { try engine.run("macros = {};") }

    func typeset(_ formula: Formula) -> TypesetFormula {
        guard formula.tex.utf8.count <= Self.longest else {
            return .rejected("it is longer than \(Self.longest) characters")
        }
        do {
            let answer = try engine.call("typeset", formula.tex, formula.isDisplayed)
            let text = String(answer.dropFirst())
            return answer.hasPrefix("1") ? .markup(text) : .rejected(Self.reason(text))
        } catch let failure as ScriptEngine.Failure {
            return .rejected(failure.message)
        } catch {
            return .rejected("\(error)")
        }
    }

    /// KaTeX's message without its introduction and the combining underlines it draws into the formula.
    private static func reason(_ message: String) -> String {
        let introduction = "KaTeX parse error: "
        let text =
            message.hasPrefix(introduction)
            ? String(message.dropFirst(introduction.count)) : message
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0x332 }))
    }

    private static var architecture: String {
        #if arch(x86_64)
            "x86_64"
        #elseif arch(arm64)
            "arm64"
        #else
            "\(MemoryLayout<Int>.size * 8)-bit"
        #endif
    }
}
