import Foundation
import TestSupport

/// The built program, run as a user runs it.
struct Program {
    /// What it printed, and how it ended.
    struct Ending {
        let status: Int32
        let output: String
        let errors: String
    }

    /// A process of the program that has begun in a folder.
    ///
    /// What it writes goes to files: a pipe would be inherited by whatever another test starts at the same
    /// time, and would not end before that does.
    ///
    /// - Parameter limit: What `ulimit` should set for it: `-f 8` lets it write 8 blocks of 512 bytes into a file,
    ///   like a disk that is full in the middle of it; `-n 64` lets it open 64 files.
    static func start(
        _ arguments: [String], in folder: TemporaryFolder, output: FileHandle = .nullDevice,
        errors: FileHandle = .nullDevice, limit: String? = nil
    ) throws -> Process {
        let process = Process()
        let program = Bundle.main.bundleURL.appendingPathComponent("nbrun")
        if let limit {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            let script = "ulimit \(limit); exec \"$0\" \"$@\""
            process.arguments = ["-c", script, program.path] + arguments
        } else {
            process.executableURL = program
            process.arguments = arguments
        }
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    static func run(_ arguments: [String], in folder: TemporaryFolder, limit: String? = nil) throws
        -> Ending
    {
        let printed = try TemporaryFolder()
        try printed.write("", to: "output")
        try printed.write("", to: "errors")
        let files = try ["output", "errors"].map {
            try FileHandle(forWritingTo: URL(fileURLWithPath: printed.path + "/" + $0))
        }
        let process = try start(
            arguments, in: folder, output: files[0], errors: files[1], limit: limit)
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus, output: try printed.read("output"),
            errors: try printed.read("errors"))
    }
}
