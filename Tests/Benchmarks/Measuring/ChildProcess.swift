import Glibc

/// Runs a command to its end and asks the system what it took.
enum ChildProcess {
    struct Run {
        var seconds: Double
        /// The most that was resident at once, in bytes; never below this process' own, which the system
        /// counts to the child until its program is loaded.
        var peakMemory: Double
        var status: Int32
    }

    static func run(_ command: Command) throws -> Run {
        command.prepare()
        let clock = ContinuousClock()
        let start = clock.now
        let child = try spawn(command)
        var usage = rusage()
        var status: Int32 = 0
        while wait4(child, &status, 0, &usage) == -1 {
            guard errno == EINTR else { throw BenchmarkError("it was lost: \(command.text)") }
        }
        let (seconds, attoseconds) = (clock.now - start).components
        return Run(
            seconds: Double(seconds) + Double(attoseconds) / 1e18,
            // Linux counts in kibibytes.
            peakMemory: Double(usage.ru_maxrss) * 1024, status: exitStatus(status))
    }

    /// Starts a command that runs until it is told to end.
    static func begin(_ command: Command) throws -> pid_t { try spawn(command) }

    /// Ends such a command as Ctrl-C does, and waits for its end.
    static func interrupt(_ child: pid_t) {
        kill(child, SIGINT)
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
    }

    /// Starts the command with nothing to read, and a file for what it prints.
    private static func spawn(_ command: Command) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions, STDOUT_FILENO, command.output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var child: pid_t = 0
        let error = withCStrings([command.program] + command.arguments) { arguments in
            withCStrings(command.environment) { environment in
                posix_spawn(&child, command.program, &actions, nil, arguments, environment)
            }
        }
        guard error == 0 else {
            throw BenchmarkError("\(String(cString: strerror(error))): \(command.text)")
        }
        return child
    }

    /// Strings as C programs take them: pointers with a null behind the last.
    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = strings.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }

    /// The status, or 128 and the signal as in a shell.
    private static func exitStatus(_ status: Int32) -> Int32 {
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
