import PythonRuntime

/// The way from values to what a cell shows beside printed text.
package final class DisplayChannel {
    /// Shows a value in its representations, by MIME type; does nothing where nobody looks.
    package var publish: ([String: String]) -> Void = { _ in }
    /// Takes away what the cell has shown so far; `true` waits for the next output.
    package var clear: (Bool) -> Void = { _ in }
    /// Tells the reader of the terminal, not of the page, about something that was done otherwise than asked for.
    package var remark: (String) -> Void = { _ in }
    /// How a value prints as a cell's result.
    package var plainText: (Value, Interpreter) throws -> String = { try $1.repr($0) }
    /// What modules do when a cell has run, whether it failed or not.
    var atCellEnd: [() throws -> Void] = []
    /// Asked in order how a value is shown, until one knows.
    var representations: [(Value) throws -> [String: String]?] = []

    package static func of(_ python: Interpreter) -> DisplayChannel {
        python.state(DisplayChannel.self) { _ in DisplayChannel() }
    }

    /// Lets modules show what a cell left open.
    package func endCell() throws {
        for action in atCellEnd { try action() }
    }

    /// How a value is shown beside its text: by a module that knows it, or by its own `_repr_html_` and kin.
    package func representations(of value: Value, in python: Interpreter) throws -> [String: String]
    {
        for ask in representations {
            if let found = try ask(value) { return found }
        }
        return try RichMethods.representations(of: value, in: python)
    }
}
