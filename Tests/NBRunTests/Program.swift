import Foundation

/// The built program, run as a user runs it.
struct Program {
    /// What it printed, and how it ended.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String
    }

    /// A folder that goes away with the value.
    final class Folder {
        let path: String

        init() throws {
            path = NSTemporaryDirectory() + "nbrun-" + UUID().uuidString
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ text: String, to name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        }

        func read(_ name: String) throws -> String {
            String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)),
                as: UTF8.self)
        }

        var names: [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? []
        }
    }

    /// A process of the program that has begun in a folder.
    static func start(_ arguments: [String], in folder: Folder) throws -> (Process, Pipe, Pipe) {
        let process = Process()
        process.executableURL = Bundle.main.bundleURL.appendingPathComponent("nbrun")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, output, errors)
    }

    static func run(_ arguments: [String], in folder: Folder) throws -> Ending {
        let (process, output, errors) = try start(arguments, in: folder)
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }
}
