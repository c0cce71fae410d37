import Foundation

/// A Python that runs a file: CPython, or ours.
struct ProgramProcess: Sendable {
    struct Run {
        var output: String
        /// The last line on standard error; empty where nothing was written.
        var lastError: String
        /// 0, the exit status, or 128 and the signal that ended the process.
        var status: Int32
        var isTimedOut: Bool
    }

    let program: String
    /// Seconds after which a run is ended.
    var limit: Double = 60

    func run(_ path: String, in folder: String? = nil) throws -> Run {
        try run([path], in: folder)
    }

    func run(_ arguments: [String], in folder: String? = nil) throws -> Run {
        let process = Process()
        // What takes more memory than a note may have must fail, not take the machine with it.
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "ulimit -v 8000000; exec \"$0\" \"$@\"", program] + arguments
        // Hashes of texts must not differ from run to run.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONHASHSEED": "0", "PYTHONUTF8": "1"]) { $1 }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let scratch = NSTemporaryDirectory() + "differential-\(UUID().uuidString)"
        let files = [scratch + ".out", scratch + ".err"]
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: files[0])
        process.standardError = FileHandle(forWritingAtPath: files[1])
        try process.run()
        let isTimedOut = !wait(for: process)
        let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
        let errors = text(of: files[1]).split(separator: "\n")
        return Run(
            output: text(of: files[0]), lastError: errors.last.map(String.init) ?? "",
            status: signal + process.terminationStatus, isTimedOut: isTimedOut)
    }

    /// False where the process had to be ended.
    private func wait(for process: Process) -> Bool {
        let end = Date(timeIntervalSinceNow: limit)
        while process.isRunning {
            if Date() > end {
                process.terminate()
                usleep(200_000)
                if process.isRunning { kill(process.processIdentifier, SIGKILL) }
                process.waitUntilExit()
                return false
            }
            usleep(2000)
        }
        return true
    }

    private func text(of path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
