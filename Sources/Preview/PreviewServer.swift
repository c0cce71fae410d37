import FlyingFox
import FlyingSocks
import Foundation

/// Shows a site to browsers, and tells them what is new.
package final class PreviewServer: Sendable {
    private let configuration: HTTPServer.Configuration
    private let handler: PreviewHandler
    private let hub = EventHub()
    private let listener = Listener()

    /// Pages that may listen at the same time; more are windows that somebody forgot.
    private static let mostListeners = 64

    /// `address` is an IP address; `hosts` the names under which the server may be asked, nil for any.
    package init(
        address: String, port: UInt16, hosts: Set<String>?,
        file: @escaping @Sendable (String) -> [UInt8]?
    ) throws {
        handler = PreviewHandler(
            pages: PreviewPages(hosts: hosts, file: file), hub: hub, limit: Self.mostListeners)
        configuration = try Self.configuration(address: address, port: port)
    }

    private static func configuration(address: String, port: UInt16) throws
        -> HTTPServer.Configuration
    {
        // Nothing is sent to a preview but requests: a body of any size is dropped.
        if address.contains(":") {
            return HTTPServer.Configuration(
                address: try sockaddr_in6.inet6(ip6: address, port: port), logger: .disabled)
        }
        return HTTPServer.Configuration(
            address: try sockaddr_in.inet(ip4: address, port: port), logger: .disabled)
    }

    /// Begins to answer, and returns when it does. Throws where it cannot.
    package func start() throws {
        let outcome = Outcome()
        Task { await listen(telling: outcome) }
        try outcome.wait()
    }

    /// Listens until it is stopped. A server whose connections take all files that a process may open ends with an
    /// error, and its connections with it: then another one takes its place.
    private func listen(telling outcome: Outcome) async {
        var hasBegun = false
        while let server = listener.begin(HTTPServer(config: configuration, handler: handler)) {
            if !hasBegun {
                Task {
                    try await server.waitUntilListening()
                    outcome.succeed()
                }
            }
            do { try await server.run() } catch  where !outcome.isKnown {
                outcome.fail(error)
                return
            } catch {}
            hasBegun = true
            try? await Task.sleep(for: Self.pause)
        }
    }

    /// Before a server that ended is replaced: long enough for its connections to go.
    private static let pause = Duration.milliseconds(200)

    /// Tells every page that listens.
    package func publish(_ news: [UInt8]) { hub.publish(Data(news)) }

    /// Ends all connections.
    package func stop() {
        hub.close()
        guard let server = listener.end() else { return }
        let outcome = Outcome()
        Task {
            await server.stop(timeout: 1)
            outcome.succeed()
        }
        try? outcome.wait()
    }
}

/// The server that listens now, until somebody stops it.
private final class Listener: @unchecked Sendable {
    private let lock = NSLock()
    private var server: HTTPServer?
    private var isStopped = false

    /// Puts a server in the place; nil where none is wanted any more.
    func begin(_ server: HTTPServer) -> HTTPServer? {
        lock.withLock {
            guard !isStopped else { return nil }
            self.server = server
            return server
        }
    }

    /// The server to stop; no other takes its place.
    func end() -> HTTPServer? {
        lock.withLock {
            isStopped = true
            return server
        }
    }
}

/// The end of work on other threads, for the one that waits for it.
private final class Outcome: @unchecked Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let lock = NSLock()
    private var failure: (any Error)?
    private var isOver = false

    /// Whether the work has ended.
    var isKnown: Bool { lock.withLock { isOver } }

    func succeed() {
        lock.withLock { isOver = true }
        semaphore.signal()
    }

    func fail(_ error: any Error) {
        lock.withLock { (failure, isOver) = (error, true) }
        semaphore.signal()
    }

    func wait() throws {
        semaphore.wait()
        if let failure = lock.withLock({ failure }) { throw failure }
    }
}

/// Answers requests in FlyingFox's terms.
private struct PreviewHandler: HTTPHandler {
    let pages: PreviewPages
    let hub: EventHub
    let limit: Int

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        let answer = pages.answer(
            method: request.method.rawValue, path: request.target.path(percentEncoded: true),
            host: request.headers[.host])
        let status = HTTPStatusCode(answer.status, phrase: Self.phrase(of: answer.status))
        if answer.isStream { return stream(answer, status) }
        let body = request.method == .HEAD ? Data() : Data(answer.body)
        var headers = self.headers(of: answer)
        headers[.contentLength] = String(answer.body.count)
        return HTTPResponse(
            statusCode: status, headers: headers,
            body: HTTPBodySequence(data: body, suggestedBufferSize: 1 << 16))
    }

    private func stream(_ answer: PreviewAnswer, _ status: HTTPStatusCode) -> HTTPResponse {
        guard hub.count < limit else {
            return HTTPResponse(statusCode: .serviceUnavailable)
        }
        return HTTPResponse(
            statusCode: status, headers: headers(of: answer),
            body: HTTPBodySequence(from: EventBytes(events: hub.listen())))
    }

    private func headers(of answer: PreviewAnswer) -> HTTPHeaders {
        var headers = HTTPHeaders()
        headers[.contentType] = answer.type
        headers[.cacheControl] = "no-store"
        headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
        if answer.type == "image/svg+xml" {
            // A drawing opened alone runs nothing.
            headers[HTTPHeader("Content-Security-Policy")] =
                "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        }
        return headers
    }

    private static func phrase(of status: Int) -> String {
        switch status {
        case 200: "OK"
        case 404: "Not Found"
        case 503: "Service Unavailable"
        default: "Refused"
        }
    }
}

/// News as server-sent events.
private struct EventBytes: AsyncBufferedSequence {
    typealias Element = UInt8

    let events: AsyncStream<Data>

    func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var events: AsyncStream<Data>.AsyncIterator
        /// What was taken from the stream and not yet asked for.
        var rest: ArraySlice<UInt8> = []

        mutating func next() async throws -> UInt8? {
            try await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
            if rest.isEmpty {
                guard let event = await events.next() else { return nil }
                rest = ArraySlice(Array("data: ".utf8) + event + Array("\n\n".utf8))
            }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
    }
}
