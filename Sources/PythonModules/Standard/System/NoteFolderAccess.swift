import Diagnostics
import Foundation
import PythonRuntime

/// The files that a note may use: it reads those below its own folder, and what it writes stays in a scratch
/// layer over them.
package final class NoteFolderAccess {
    /// The folder, absolute and without links.
    let folder: String
    private var scratch = ScratchLayer()
    /// What was asked of the disk, and the answers.
    private(set) var reads: Set<FileRead> = []

    /// Bytes that a note may write: what a course note's models take, and less than a machine has.
    private static let byteLimit = 1 << 30

    init(_ folder: String) {
        self.folder =
            URL(fileURLWithPath: folder.isEmpty ? "." : folder)
            .resolvingSymlinksInPath().path
    }

    package static func of(_ python: Interpreter) -> NoteFolderAccess {
        python.state(NoteFolderAccess.self) { _ in NoteFolderAccess(".") }
    }

    /// The file that a note's path means; nil where it is not below the note's folder.
    func resolve(_ path: String) -> String? {
        if path.utf8.contains(0) { return nil }
        var joined = path.hasPrefix("/") ? path : folder + "/" + path
        let root = PathModule.workingFolder
        if path == root || path.hasPrefix(root + "/") {
            joined = folder + path.dropFirst(root.count)
        }
        let resolved = URL(fileURLWithPath: joined).standardizedFileURL
            .resolvingSymlinksInPath().path
        return resolved == folder || resolved.hasPrefix(folder + "/") ? resolved : nil
    }

    func isFile(_ path: String) -> Bool { kind(path) == false }
    func isFolder(_ path: String) -> Bool { kind(path) == true }
    func exists(_ path: String) -> Bool { kind(path) != nil }

    /// Whether there is a folder (true), a file (false) or nothing.
    private func kind(_ path: String) -> Bool? {
        guard let path = resolve(path) else { return nil }
        if let known = scratch.kind(path) { return known }
        let disk = NoteDisk(path)
        note(.kind, path, disk)
        return disk.isFolder
    }

    /// The bytes of a file, or Python's error for why there are none.
    func contents(_ path: String, in python: Interpreter) throws -> [UInt8] {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        if isFolder(path) { throw osError("IsADirectoryError", 21, "Is a directory", path, python) }
        if let file = scratch.file(resolved) { return file.bytes }
        let disk = NoteDisk(resolved)
        guard exists(path), let bytes = disk.contents else { throw missing(path, python) }
        note(.contents, resolved, disk)
        return bytes
    }

    /// The names in a folder.
    func names(in path: String, in python: Interpreter) throws -> [String] {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        guard exists(path) else { throw missing(path, python) }
        guard isFolder(path) else {
            throw osError("NotADirectoryError", 20, "Not a directory", path, python)
        }
        let disk = NoteDisk(resolved)
        note(.names, resolved, disk)
        return scratch.names(in: resolved, onDisk: disk.names)
    }

    /// The size in bytes and the time of the last change.
    func attributes(_ path: String, in python: Interpreter) throws -> (size: Int, changed: Double) {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        if let file = scratch.file(resolved) { return (file.bytes.count, 0) }
        let disk = NoteDisk(resolved)
        guard exists(path), let found = disk.attributes else { throw missing(path, python) }
        note(.attributes, resolved, disk)
        return found
    }

    private func note(_ question: FileRead.Question, _ path: String, _ disk: NoteDisk) {
        reads.insert(FileRead(path: path, question: question, answer: disk.answer(to: question)))
    }

    /// What was written and what was read.
    struct Stored: Codable {
        let scratch: [ScratchLayer.Stored]
        let reads: [FileRead]
    }

    var stored: Stored {
        get {
            Stored(
                scratch: scratch.stored,
                reads: reads.sorted {
                    ($0.path, $0.question.rawValue) < ($1.path, $1.question.rawValue)
                })
        }
        set {
            scratch.stored = newValue.scratch
            reads = Set(newValue.reads)
        }
    }

    // MARK: Writing

    /// A file that is to be written, empty or with what it holds now. Throws where the folder is not there or
    /// too much was written.
    func writable(
        _ path: String, keeping: Bool, exclusively: Bool = false, in python: Interpreter
    ) throws -> ScratchFile {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        if isFolder(path) { throw osError("IsADirectoryError", 21, "Is a directory", path, python) }
        if exclusively, exists(path) {
            throw osError("FileExistsError", 17, "File exists", path, python)
        }
        guard isFolder(PathParts.folder(of: resolved)) else {
            throw missing(path, python)
        }
        try requireRoom(path, python)
        let file = ScratchFile(keeping && exists(path) ? try contents(path, in: python) : [])
        scratch.add(file, at: resolved)
        return file
    }

    /// Writes a whole file.
    package func write(_ bytes: [UInt8], to path: String, in python: Interpreter) throws {
        try writable(path, keeping: false, in: python).bytes = bytes
        try requireRoom(path, python)
    }

    private func requireRoom(_ path: String, _ python: Interpreter) throws {
        let written = scratch.files.reduce(0) { $0 + $1.file.bytes.count }
        guard written <= Self.byteLimit else {
            throw osError("OSError", 28, "No space left on device", path, python)
        }
    }

    func makeFolder(_ path: String, in python: Interpreter) throws {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        if exists(path) { throw osError("FileExistsError", 17, "File exists", path, python) }
        guard isFolder(PathParts.folder(of: resolved)) else {
            throw missing(path, python)
        }
        scratch.addFolder(resolved)
    }

    /// Takes a file away; on the disk it stays.
    func remove(_ path: String, in python: Interpreter) throws {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        guard exists(path) else { throw missing(path, python) }
        if isFolder(path) { throw osError("IsADirectoryError", 21, "Is a directory", path, python) }
        scratch.remove(resolved)
    }

    func removeFolder(_ path: String, in python: Interpreter) throws {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        guard try names(in: path, in: python).isEmpty else {
            throw osError("OSError", 39, "Directory not empty", path, python)
        }
        scratch.remove(resolved)
    }

    func rename(_ path: String, to target: String, in python: Interpreter) throws {
        let bytes = try contents(path, in: python)
        try write(bytes, to: target, in: python)
        try remove(path, in: python)
    }

    /// What the note wrote, by paths from its folder.
    package var written: [(path: String, bytes: [UInt8])] {
        scratch.files.map { (String($0.path.dropFirst(folder.count + 1)), $0.file.bytes) }
    }

    // MARK: Mistakes

    func missing(_ path: String, _ python: Interpreter) -> PythonError {
        osError("FileNotFoundError", 2, "No such file or directory", path, python)
    }

    func outside(_ path: String, _ python: Interpreter) -> PythonError {
        if path.utf8.contains(0) { return python.valueError("embedded null byte") }
        return osError(
            "PermissionError", 13, "A note may only use files below its own folder", path, python)
    }

    private func osError(
        _ type: String, _ number: Int, _ reason: String, _ path: String, _ python: Interpreter
    ) -> PythonError {
        do {
            let exception = try python.call(
                .object(python.types.exception(type)),
                [.int(number), .string(reason, in: python), .string(path, in: python)])
            if let exception = exception.object as? ExceptionObject {
                return PythonError(exception)
            }
        } catch {
            return python.pythonError(error)
        }
        return python.error(type, reason)
    }
}

/// A path as an argument: text, or what has `__fspath__`.
struct PathArgument: FromPython {
    let text: String

    static func from(_ value: Value, in python: Interpreter) throws -> PathArgument {
        if let text = value.text { return PathArgument(text: text) }
        if let bytes = value.object as? BytesObject {
            return PathArgument(text: String(decoding: bytes.bytes, as: UTF8.self))
        }
        if let text = try python.applySpecial(.fspath, value)?.text {
            return PathArgument(text: text)
        }
        throw python.typeError(
            "expected str, bytes or os.PathLike object, not \(python.typeName(value))")
    }
}
