import Testing

@testable import Rendering

@Suite struct SafeURLTests {
    @Test(arguments: [
        "https://example.org/a?b#c", "http://x", "mailto:a@b.c", "other.md#part", "#eq-1",
        "../a b.md", "//host/x", "",
        "?q=a:b", "path/with:colon", "ftp://x/y",
    ])
    func letsHarmlessLinksThrough(link: String) {
        #expect(SafeURL.link(link) == link)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\u{0}javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "blob:x", "about:blank",
        "C:\\x", "view-source:x",
    ])
    func stopsLinksThatRunCodeOrReadFiles(link: String) {
        #expect(SafeURL.link(link) == nil)
    }

    @Test func onlyPlainPicturesAreData() {
        #expect(SafeURL.isPictureData("data:image/png;base64,AAAA"))
        #expect(!SafeURL.isPictureData("data:image/svg+xml;base64,AAAA"))
        #expect(!SafeURL.isPictureData("data:text/html;base64,AAAA"))
    }
}
