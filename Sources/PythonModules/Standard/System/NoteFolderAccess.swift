import Foundation
import PythonRuntime

/// The files that a note may read: those below its own folder.
final class NoteFolderAccess {
    /// The folder, absolute and without links.
    let folder: String

    init(_ folder: String) {
        self.folder =
            URL(fileURLWithPath: folder.isEmpty ? "." : folder)
            .resolvingSymlinksInPath().path
    }

    static func of(_ python: Interpreter) -> NoteFolderAccess {
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
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return nil
        }
        return isFolder.boolValue
    }

    /// The bytes of a file, or Python's error for why there are none.
    func contents(_ path: String, in python: Interpreter) throws -> [UInt8] {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        if isFolder(path) { throw osError("IsADirectoryError", 21, "Is a directory", path, python) }
        guard let data = FileManager.default.contents(atPath: resolved) else {
            throw missing(path, python)
        }
        return [UInt8](data)
    }

    /// The names in a folder.
    func names(in path: String, in python: Interpreter) throws -> [String] {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        guard exists(path) else { throw missing(path, python) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: resolved) else {
            throw osError("NotADirectoryError", 20, "Not a directory", path, python)
        }
        return names.sorted()
    }

    /// The size in bytes and the time of the last change.
    func attributes(_ path: String, in python: Interpreter) throws -> (size: Int, changed: Double) {
        guard let resolved = resolve(path) else { throw outside(path, python) }
        guard let found = try? FileManager.default.attributesOfItem(atPath: resolved) else {
            throw missing(path, python)
        }
        let date = found[.modificationDate] as? Date
        return ((found[.size] as? Int) ?? 0, date?.timeIntervalSince1970 ?? 0)
    }

    func missing(_ path: String, _ python: Interpreter) -> PythonError {
        osError("FileNotFoundError", 2, "No such file or directory", path, python)
    }

    func outside(_ path: String, _ python: Interpreter) -> PythonError {
        osError(
            "PermissionError", 13, "A note may only read files below its own folder", path, python)
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
