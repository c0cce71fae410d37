import FoundationEssentials
import Glibc

/// A preview that runs beside the measurement, as a browser sees it.
final class PreviewServer {
    private let process: pid_t
    private let port: UInt16
    private var news: Int32 = -1

    /// Where no other program of a usual machine listens.
    private static let usualPort: UInt16 = 48_317
    /// Tries to reach it, a hundredth of a second apart: the notes run before the first page is there.
    private static let tries = 3_000

    /// Shows a folder of notes; returns when its first pages are there.
    init(_ folder: String, program: String, port: UInt16 = usualPort) throws {
        self.port = port
        process = try ChildProcess.begin(
            Command(program, ["serve", folder, "--port", "\(port)", "--no-open", "--quiet"]))
        for _ in 0..<Self.tries {
            if let socket = try? Self.ask("/.nbrun/events", port) {
                news = socket
                try waitForNews()
                return
            }
            usleep(10_000)
        }
        throw BenchmarkError("the preview of \(folder) cannot be reached")
    }

    deinit {
        close(news)
        ChildProcess.interrupt(process)
    }

    /// Waits until pages have changed.
    func waitForNews() throws {
        var text = ""
        while !text.contains("data:") || !text.contains("\n\n") {
            guard let piece = Self.read(news) else {
                throw BenchmarkError("the preview has ended")
            }
            text += piece
        }
    }

    /// A page as it is now.
    func page(_ path: String) throws -> String {
        let socket = try Self.ask(path, port)
        defer { close(socket) }
        var text = ""
        while let piece = Self.read(socket) { text += piece }
        return text
    }

    private static func ask(_ path: String, _ port: UInt16) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else {
            close(descriptor)
            throw BenchmarkError("nobody listens at port \(port)")
        }
        let question =
            "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
        _ = Array(question.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        return descriptor
    }

    private static func read(_ descriptor: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
}
