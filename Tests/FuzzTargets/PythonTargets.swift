import Diagnostics
import Execution
import Notebooks
import PythonSyntax

extension FuzzTarget {
    /// Python to tree, and to colours.
    static let syntax = FuzzTarget(name: "syntax") { bytes in
        _ = Lexer.highlight(bytes)
        // The parser recurses with the nesting of the source, as deep as the thread of a session allows.
        InterpreterThread.run { _ = try? Parser.parse(SourceText(name: "cell.py", utf8: bytes)) }
    }

    /// A cell of a note, run with little time and memory.
    static let cells = FuzzTarget(name: "cells") { bytes in
        let code = String(decoding: bytes, as: UTF8.self)
        let text = "~~~~~~~~python\n\(code)\n~~~~~~~~\n"
        var options = SessionOptions()
        options.limits = CellLimits(seconds: 2, bytes: 2 << 30)
        // A folder that nobody has, so that no file is read.
        let source = SourceText(name: "/nonexistent/note.md", text: text)
        _ = NotebookSession.run(NotebookReader.read(source), options: options)
    }
}
