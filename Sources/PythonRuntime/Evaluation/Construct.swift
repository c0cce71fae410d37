/// What of the language asks a value for its truth or its items: types may answer some and refuse others.
package enum Construct {
    /// A function of Swift.
    case none
    /// A condition: `if`, `while`, `and`.
    case condition
    /// A `for` statement.
    case loop
    /// A comprehension, or `a, b = …`.
    case unpacking
}

extension Interpreter {
    /// What of the language is asking.
    package var construct: Construct { machine.construct }
}

extension Machine {
    /// Does what a construct of the language needs.
    @inline(__always)
    func asking<Result>(_ construct: Construct, _ body: () throws -> Result) rethrows -> Result {
        let outer = self.construct
        self.construct = construct
        defer { self.construct = outer }
        return try body()
    }
}
