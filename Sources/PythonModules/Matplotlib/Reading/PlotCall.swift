import Charts
import PythonRuntime

/// The arguments of a plotting call, taken out one by one; what is left over was a mistake.
struct PlotCall {
    let python: Interpreter
    /// `plot`, `Axes.hist`: how messages call the function.
    let name: String
    private(set) var positional: [Value]
    private(set) var keywords: [(name: String, value: Value)]
    /// The names that were asked for: what a mistyped one may have meant.
    private var known: [String] = []

    init(_ python: Interpreter, _ name: String, _ arguments: Arguments) {
        self.python = python
        self.name = name
        positional = arguments.positional
        keywords = arguments.keywords
    }

    var types: PlotTypes { PlotTypes.of(python) }
    var session: PlotSession { PlotSession.of(python) }
    var settings: PlotSettings { session.settings }
    var data: PlotData { PlotData(python) }
    var colors: PlotColors { PlotColors(python) }

    // MARK: Taking

    /// The next positional argument, or the one with one of the names; nil where neither was given.
    mutating func next(_ names: String...) -> Value? {
        known += names
        if !positional.isEmpty { return positional.removeFirst() }
        return keyword(names)
    }

    /// An argument that must be there.
    mutating func required(_ names: String...) throws -> Value {
        known += names
        if !positional.isEmpty { return positional.removeFirst() }
        if let value = keyword(names) { return value }
        throw python.typeError(
            "\(name)() missing 1 required positional argument: '\(names.first ?? "")'")
    }

    /// All remaining positional arguments.
    mutating func takePositional() -> [Value] {
        defer { positional = [] }
        return positional
    }

    /// A keyword argument by any of its names; nil for None too.
    mutating func take(_ names: String...) -> Value? {
        known += names
        return keyword(names).flatMap { $0.isNone ? nil : $0 }
    }

    private mutating func keyword(_ names: [String]) -> Value? {
        guard let index = keywords.firstIndex(where: { names.contains($0.name) }) else {
            return nil
        }
        return keywords.remove(at: index).value
    }

    mutating func number(_ names: String...) throws -> Double? {
        known += names
        return try keyword(names).flatMap { $0.isNone ? nil : try python.double($0) }
    }

    mutating func truth(_ names: String...) throws -> Bool? {
        known += names
        return try keyword(names).flatMap { $0.isNone ? nil : try python.isTrue($0) }
    }

    mutating func text(_ names: String...) throws -> String? {
        known += names
        return try keyword(names).flatMap { $0.isNone ? nil : try python.str($0) }
    }

    mutating func color(_ names: String...) throws -> Color? {
        known += names
        return try keyword(names).flatMap { $0.isNone ? nil : try colors.color($0) }
    }

    /// Leaves out arguments that change nothing in a page.
    mutating func ignore(_ names: String...) {
        known += names
        keywords.removeAll { names.contains($0.name) }
    }

    // MARK: Ending

    /// Complains about what nobody asked for, as the class of the artist would.
    func finish(_ owner: String) throws {
        if let extra = keywords.first {
            let failure = python.error(
                "AttributeError", "\(owner) got an unexpected keyword argument '\(extra.name)'")
            if let near = python.nearest(extra.name, among: known) {
                failure.exception.hints.append("did you mean `\(near)`?")
            }
            throw failure
        }
        guard positional.isEmpty else {
            throw python.typeError(
                "\(name)() takes fewer positional arguments: \(positional.count) too many were given"
            )
        }
    }
}

/// What every artist may be given.
struct CommonOptions {
    var label: String?
    var alpha: Double?
    var order: Double?
    var isVisible = true
    var isClipped: Bool?

    init(_ call: inout PlotCall) throws {
        label = try call.text("label")
        alpha = try call.number("alpha")
        order = try call.number("zorder")
        isVisible = try call.truth("visible") ?? true
        isClipped = try call.truth("clip_on")
        call.ignore(
            "rasterized", "antialiased", "aa", "antialiaseds", "picker", "gid", "url", "snap",
            "animated", "data", "clip_box", "clip_path", "scalex", "scaley", "in_layout")
    }

    func mark(_ shape: Mark.Shape, order usual: Double) -> Mark {
        var mark = Mark(shape, label: label, order: order ?? usual)
        mark.isVisible = isVisible
        if let isClipped { mark.isClipped = isClipped }
        return mark
    }
}
