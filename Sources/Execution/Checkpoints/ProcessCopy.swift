import Foundation

/// A copy of the running process, seen from one of its two sides.
enum ProcessCopy {
    /// This process is the copy; the socket leads to the original.
    case copy(MessageSocket)
    /// This process is the original.
    case original(Original)

    /// The copy as its original knows it.
    struct Original {
        let socket: MessageSocket
        fileprivate let number: pid_t

        /// Milliseconds for a copy, and those it made, to end by themselves: nobody waits longer for what is
        /// not wanted any more.
        private static let patience = 200

        /// Whether the copy, which is gone, left of its own accord and without complaint.
        var hasEndedWell: Bool {
            var status: Int32 = 0
            return waitpid(number, &status, 0) == number && status == 0
        }

        /// Ends the copy: by closing the way to it, and by force where a cell of it runs on.
        func end() {
            socket.close()
            var status: Int32 = 0
            for _ in 0..<Self.patience {
                // It is gone, or was waited for before.
                if waitpid(number, &status, WNOHANG) != 0 { return }
                usleep(1000)
            }
            kill(number, SIGKILL)
            waitpid(number, &status, 0)
        }
    }

    /// Copies the process with everything in its memory; nil where the system has no room for it.
    ///
    /// The copy has only the thread that called, so no other may be running.
    static func make() -> ProcessCopy? {
        guard let (here, there) = MessageSocket.pair() else { return nil }
        switch fork() {
        case 0:
            here.close()
            return .copy(there)
        case let number where number > 0:
            there.close()
            return .original(Original(socket: here, number: number))
        default:
            here.close()
            there.close()
            return nil
        }
    }
}
