import Diagnostics
import Execution
import Foundation
import Preview
import Sites

/// Builds a site again and again, and shows it.
struct SitePreview {
    let arguments: Serve
    let reporter: Reporter
    private let files = SiteMemory()

    /// Milliseconds between looks at Ctrl-C.
    private static let patience: Int32 = 150
    /// Mistakes that a page shows at its foot: more would cover it.
    private static let mostProblems = 12

    init(_ arguments: Serve, reporter: Reporter) {
        self.arguments = arguments
        self.reporter = reporter
    }

    /// Returns when Ctrl-C is pressed.
    func run() throws {
        ProcessMemory.share()
        _ = try arguments.site.source(output: nil)
        try checkAddress()
        OpenFiles.raiseLimit()
        let server = try server()
        try server.start()
        defer { server.stop() }
        say()
        guard let watch = FolderWatch(folders) else {
            throw Diagnostic(
                .error, "the system watches no more files for this user",
                hints: ["raise fs.inotify.max_user_instances"])
        }
        let worker = NoteWorker(
            try arguments.site.options(isPreview: true), cache: arguments.site.cacheFolder)
        build(worker, server)
        if arguments.open { Browser.open(address) }
        while !Interrupts.shared.wasPressed {
            if watch.wait(Self.patience) { build(worker, server) }
        }
    }

    // MARK: Building

    private func build(_ worker: NoteWorker, _ server: PreviewServer) {
        let start = ContinuousClock().now
        var problems: [Diagnostic]
        do {
            let site = try SiteBuilder(
                arguments.site.source(output: nil), worker: worker, output: files
            ).build()
            problems = site.diagnostics
            tell(site, ContinuousClock().now - start)
        } catch let diagnostic as Diagnostic {
            problems = [diagnostic]
        } catch {
            problems = [Diagnostic(.error, "\(error)")]
        }
        guard !Interrupts.shared.wasPressed else { return }
        for problem in problems { reporter.show(problem) }
        server.publish(news(problems))
        ProcessMemory.giveBack()
    }

    private func tell(_ site: Site, _ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        reporter.say(
            "\(site.noteCount) notes, \(site.executedCount) executed, \(milliseconds) ms")
    }

    private struct Problem: Encodable {
        let severity: String
        let message: String
        let place: String?
    }

    private func news(_ problems: [Diagnostic]) -> [UInt8] {
        let shown = problems.filter { $0.severity != .note }.prefix(Self.mostProblems).map {
            Problem(
                severity: $0.severity.rawValue, message: $0.message,
                place: $0.place.map {
                    "\($0.file):\($0.position.line):\($0.position.column)"
                })
        }
        return (try? [UInt8](JSONEncoder().encode(["problems": Array(shown)]))) ?? []
    }

    private var folders: [String] {
        [arguments.site.folder] + arguments.site.siteFolders(nil).filter { $0 != "." }
    }

    // MARK: Serving

    private var address: String {
        let host = arguments.host.contains(":") ? "[\(arguments.host)]" : arguments.host
        return "http://\(host):\(arguments.port)/"
    }

    private var isLocal: Bool { ["127.0.0.1", "::1"].contains(arguments.host) }

    private func server() throws -> PreviewServer {
        let names: Set<String> = ["localhost", "127.0.0.1", "[::1]"]
        return try PreviewServer(
            address: arguments.host, port: arguments.port, hosts: isLocal ? names : nil
        ) { [files] in files.file($0) }
    }

    private func checkAddress() throws {
        guard BrowserAddress.isNumeric(arguments.host) else {
            throw Diagnostic(
                .error, "\(arguments.host) is no IP address",
                hints: [
                    "--host \(Serve.loopback) is this machine alone, --host 0.0.0.0 every network"
                ])
        }
        guard FreePort.isTaken(arguments.port, address: arguments.host) else { return }
        let next = FreePort.next(after: arguments.port, address: arguments.host)
        throw Diagnostic(
            .error, "port \(arguments.port) is taken by another program",
            hints: next.map { ["port \($0) is free: --port \($0)"] } ?? [])
    }

    private func say() {
        if !isLocal {
            reporter.show(
                Diagnostic(
                    .warning, "other machines can see the notes at \(address)",
                    hints: ["without --host, only this machine does"]))
        }
        reporter.say("\(arguments.site.folder) → \(address) (Ctrl-C ends it)")
    }
}
