import Diagnostics
import PythonSyntax

/// The parameters of a function, native or written in Python: what the argument binder and `help` read.
package struct Signature: Sendable {
    package var name: String
    package var positionalOnlyCount: Int
    /// Positional parameters, the positional-only ones first.
    package var positional: [String]
    package var variadic: String?
    package var keywordOnly: [String]
    package var variadicKeyword: String?
    /// What defaults were written, by parameter; the binder takes their values from the function.
    package var defaults: [String: Expression]

    package init(name: String, parameters: Parameters) {
        self.name = name
        let all = parameters.positionalOnly + parameters.positionalOrKeyword
        positionalOnlyCount = parameters.positionalOnly.count
        positional = all.map(\.name)
        variadic = parameters.variadic?.name
        keywordOnly = parameters.keywordOnly.map(\.name)
        variadicKeyword = parameters.variadicKeyword?.name
        defaults = [:]
        for parameter in all + parameters.keywordOnly {
            if let value = parameter.defaultValue { defaults[parameter.name] = value }
        }
    }

    /// How many values a bound call has: one for each parameter, `*args` and `**kwargs` included.
    package var count: Int {
        positional.count + (variadic == nil ? 0 : 1) + keywordOnly.count
            + (variadicKeyword == nil ? 0 : 1)
    }

    /// The place of the parameter that a keyword argument names; nil where it names none.
    func index(ofKeyword name: String) -> Int? {
        for index in positionalOnlyCount..<positional.count where positional[index] == name {
            return index
        }
        return nil
    }

    /// Whether every argument is positional and none may be left out or repeated.
    package var isPlain: Bool {
        variadic == nil && keywordOnly.isEmpty && variadicKeyword == nil
    }
}
