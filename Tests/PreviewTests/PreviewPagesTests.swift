import Testing

@testable import Preview

@Suite struct PreviewPagesTests {
    private let pages = PreviewPages(hosts: ["localhost", "127.0.0.1", "[::1]"]) { name in
        ["index.html": Array("home".utf8), "part/a.html": Array("a".utf8), "循环.html": [1]][name]
    }

    private func status(_ path: String, method: String = "GET", host: String? = "localhost:8000")
        -> Int
    {
        pages.answer(method: method, path: path, host: host).status
    }

    @Test func pagesAreFoundByTheirPaths() {
        #expect(status("/") == 200 && status("/part/a.html") == 200)
        #expect(status("/%E5%BE%AA%E7%8E%AF.html") == 200)
        #expect(
            pages.answer(method: "HEAD", path: "/", host: "127.0.0.1").type.hasPrefix("text/html"))
    }

    @Test(arguments: [
        "/../etc/passwd", "/%2e%2e/etc/passwd", "/part/..%2f..%2fx", "/.nbrun/cache/x", "/a\\..\\b",
        "/%00", "relative", "/%zz",
    ])
    func nothingOutsideTheSiteIsShown(path: String) {
        #expect(status(path) == 400)
    }

    @Test(arguments: ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", nil])
    func otherNamesAreRefused(host: String?) {
        #expect(status("/", host: host) == 421)
    }

    @Test(arguments: ["LOCALHOST", "127.0.0.1:8000", "[::1]:8000"])
    func ownNamesAreAnswered(host: String) {
        #expect(status("/", host: host) == 200)
    }

    @Test func onlyReadingIsAllowed() {
        #expect(status("/", method: "POST") == 405 && status("/", method: "DELETE") == 405)
    }

    @Test func longAddressesAreRefused() {
        #expect(status("/" + String(repeating: "a", count: 5_000)) == 414)
    }

    @Test func beforeTheFirstBuildPagesWait() {
        let empty = PreviewPages(hosts: nil) { _ in nil }
        #expect(empty.answer(method: "GET", path: "/", host: nil).status == 503)
    }
}
