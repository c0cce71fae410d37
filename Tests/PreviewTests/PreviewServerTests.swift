import Foundation
import Glibc
import TestSupport
import Testing

@testable import Preview

@Suite struct PreviewServerTests {
    @Test func aTakenPortIsSeenAndTheNextFreeOneFound() throws {
        let port = try #require(FreePort.next(after: 42_000, address: "127.0.0.1"))
        let server = try PreviewServer(address: "127.0.0.1", port: port, hosts: nil) { _ in [65] }
        try server.start()
        defer { server.stop() }
        #expect(FreePort.isTaken(port, address: "127.0.0.1"))
        #expect(try #require(FreePort.next(after: port - 1, address: "127.0.0.1")) > port)
        let answer = try Self.ask(
            port, "GET /x.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK") && answer.hasSuffix("\r\n\r\nA"))
    }

    @Test func newsReachAListenerAndTheSlowGetTheNewest() async {
        let hub = EventHub()
        hub.publish(Data("one".utf8))
        let events = hub.listen()
        hub.publish(Data("two".utf8))
        hub.publish(Data("three".utf8))
        var iterator = events.makeAsyncIterator()
        #expect(await iterator.next() == Data("three".utf8))
        hub.close()
        #expect(await iterator.next() == nil)
        #expect(hub.count == 0)
    }

    @Test func aSavedFileIsNoticedAndAHiddenOneIsNot() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "part/z.md")
        let watch = try #require(FolderWatch([folder.path]))
        #expect(!watch.wait(0))
        try folder.write("x", to: "part/a.md")
        #expect(watch.wait(2_000))
        try folder.write("x", to: ".hidden")
        #expect(!watch.wait(100))
        try FileManager.default.createDirectory(
            atPath: folder.path + "/new", withIntermediateDirectories: true)
        #expect(watch.wait(2_000))
        try folder.write("x", to: "new/b.md")
        #expect(watch.wait(2_000))
    }

    /// What a server answers to the bytes of a request.
    private static func ask(_ port: UInt16, _ request: String) throws -> String {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        inet_pton(AF_INET, "127.0.0.1", &name.sin_addr)
        let status = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(status == 0)
        _ = request.withCString { write(descriptor, $0, strlen($0)) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
            answer += buffer[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }
}
