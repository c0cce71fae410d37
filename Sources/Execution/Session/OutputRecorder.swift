import Notebooks
import PythonRuntime

/// Collects what a cell prints and shows, in order.
final class OutputRecorder {
    private var outputs: [CellOutput] = []
    /// The stream that is being written, and what it has so far.
    private var open: (stream: CellOutput.Stream, text: String)?
    private var written = 0
    private var isCut = false
    /// Whether the next output takes the place of all before it.
    private var isClearing = false

    /// Bytes of printed text that a cell may make: more than anybody reads, less than a page can carry.
    private static let byteLimit = 1 << 20

    init(_ python: Interpreter) {
        python.output.stdout = { [unowned self] in self.write($0, to: .stdout) }
        python.output.stderr = { [unowned self] in self.write($0, to: .stderr) }
    }

    func begin() { (outputs, open, written, isCut, isClearing) = ([], nil, 0, false, false) }

    /// The cell's outputs.
    func end() -> [CellOutput] {
        closeStream()
        return outputs
    }

    /// Runs a body whose outputs nobody sees.
    func discarding(_ body: () throws -> Void) rethrows {
        let kept = (outputs, open, written, isCut)
        defer { (outputs, open, written, isCut) = kept }
        try body()
    }

    /// Takes away what the cell has shown so far, at once or with the next output.
    func clear(waits: Bool) {
        if waits { isClearing = true } else { (outputs, open, isClearing) = ([], nil, false) }
    }

    private func clearIfAsked() {
        if isClearing { clear(waits: false) }
    }

    func result(_ representations: [String: String]) {
        closeStream()
        outputs.append(.result(representations))
    }

    func display(_ representations: [String: String]) {
        clearIfAsked()
        closeStream()
        outputs.append(.display(representations))
    }

    func fail(_ report: ErrorReport) {
        closeStream()
        outputs.append(.error(report))
    }

    private func write(_ text: String, to stream: CellOutput.Stream) {
        guard !isCut, !text.isEmpty else { return }
        clearIfAsked()
        if open?.stream != stream { closeStream() }
        let room = Self.byteLimit - written
        let size = text.utf8.count
        written += min(size, room)
        open = (stream, (open?.text ?? "") + (size <= room ? text : cut(text, to: room)))
    }

    private func cut(_ text: String, to bytes: Int) -> String {
        isCut = true
        var end = text.utf8.index(text.startIndex, offsetBy: bytes)
        while end > text.startIndex, String.Index(end, within: text) == nil {
            end = text.utf8.index(before: end)
        }
        return text[..<end]
            + "\n[the rest is left out: a cell may print \(Self.byteLimit >> 20) MiB]\n"
    }

    private func closeStream() {
        if let open { outputs.append(.stream(open.stream, TerminalText.settled(open.text))) }
        open = nil
    }
}
