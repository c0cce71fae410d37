import Foundation
import Testing

/// A stranger's note in a reader's browser: nothing in it runs.
@Suite(
    .serialized,
    .enabled(
        if: Browser.isWanted && Browser.program != nil,
        "`make test-browser` looks at the pages, where there is a Chromium"))
struct HostileNoteTests {
    /// Touches everything that can be touched, as a curious reader would.
    private static let touch = """
        for (const element of document.querySelectorAll('body *')) {
            for (const name of ['click', 'mouseover', 'focus', 'pointerenter', 'toggle', 'wheel', 'copy'])
                element.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
            if (element.closest('a') && element.closest('a').protocol === 'javascript:') window.hacked = 2;
        }
        """

    /// With its policy the page is guarded twice; without it the sanitizer stands alone.
    @Test(arguments: [true, false])
    func nothingRuns(withPolicy: Bool) throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        try site.write(HostileText.note(), to: "hostile.md")
        let page = try site.singlePage(of: "hostile.md")
        var text = try String(contentsOfFile: page, encoding: .utf8)
        #expect(text.contains("Content-Security-Policy"))
        if !withPolicy {
            text = text.replacing("Content-Security-Policy", with: "x-nothing")
            try Data(text.utf8).write(to: URL(fileURLWithPath: page))
        }
        try browser.open(URL(fileURLWithPath: page).absoluteString)
        // A page whose end is missing would prove nothing.
        #expect(try browser.isTrue("document.querySelectorAll('.cell').length >= 2"))
        try browser.evaluate(Self.touch)
        try browser.evaluate("new Promise(done => setTimeout(() => done(true), 500))")
        #expect(try browser.number("window.hacked || 0") == 0)
        #expect(
            try browser.number("document.querySelectorAll('iframe, object, embed, base').length")
                == 0)
        let outside = browser.requests.filter { !$0.hasPrefix("file://") && !$0.hasPrefix("data:") }
        #expect(outside.isEmpty, "\(outside)")
        try browser.photograph("hostile-\(withPolicy)")
    }
}
