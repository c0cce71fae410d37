import Foundation
import Testing

/// What only a browser can say of the pages.
@Suite(
    .serialized,
    .enabled(
        if: Browser.isWanted && Browser.program != nil,
        "`make test-browser` looks at the pages, where there is a Chromium"))
struct SiteInBrowserTests {
    private let note = "a-循环.html"

    @Test func pagesAskForNothingBeyondTheirFilesAndComplainOfNothing() throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        for page in ["index.html", note, "b.html", "variables.html"] {
            try browser.open(site.page(page))
            #expect(
                browser.requests.allSatisfy {
                    $0.hasPrefix("file://" + site.path) || $0.hasPrefix("data:")
                })
            #expect(browser.complaints.isEmpty, "\(page): \(browser.complaints)")
        }
    }

    @Test func formulasAreDrawnInTheirOwnFonts() throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        try browser.open(site.page(note))
        #expect(
            try browser.number(
                "document.querySelector('.katex-html').getBoundingClientRect().width") > 50)
        try browser.evaluate("document.fonts.ready.then(() => true)")
        #expect(
            try browser.isTrue(
                "document.fonts.check('1em KaTeX_Main') && [...document.fonts].some(f => f.family.includes('KaTeX') && f.status === 'loaded')"
            ))
    }

    @Test(arguments: [
        ("循环", "循环单元"), ("梯度", "结论"), ("消", "结论"), ("sharing", "Weight sharing"),
        ("matr", "Weight sharing"), ("np.zeros", "实现"), ("batch", "The shapes"),
    ])
    func searchFinds(text: String, title: String) throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        try browser.open(site.page("index.html"))
        try browser.evaluate("document.querySelector('.search input').focus()")
        try browser.type(text)
        try browser.wait(for: "!!document.querySelector('.results a')")
        #expect(try browser.text("document.querySelector('.results').innerText").contains(title))
        try browser.photograph("search-" + text)
        try browser.evaluate("document.querySelector('.results a').click()")
        try browser.wait(
            for: "!location.pathname.endsWith('index.html') && document.readyState === 'complete'")
    }

    @Test func whatIsNotThereIsNotFound() throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        try browser.open(site.page("index.html"))
        try browser.evaluate("document.querySelector('.search input').focus()")
        try browser.type("量子xyz")
        try browser.wait(for: "!!document.querySelector('.nothing')")
    }

    @Test func theThemeSwitchTurnsThePageDarkAndIsRemembered() throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        let address = try site.serve(port: 42_117)
        try open(browser, address + "b.html")
        let colour = "getComputedStyle(document.body).backgroundColor"
        let before = try browser.text(colour)
        try browser.evaluate("document.getElementById('theme-switch').click()")
        let after = try browser.text(colour)
        #expect(before != after)
        try open(browser, address + "b.html")
        #expect(try browser.text(colour) == after)
    }

    @Test func anchorsLandBelowTheBar() throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        try browser.open(site.page(note))
        try browser.evaluate(
            "[...document.querySelectorAll('main a')].find(a => a.textContent === 'the second note').click()"
        )
        try browser.wait(
            for: "location.hash === '#the-shapes' && document.readyState === 'complete'")
        try browser.wait(for: "window.scrollY > 0")
        let top = "document.getElementById('the-shapes').getBoundingClientRect().top"
        try browser.wait(
            for: "\(top) >= document.querySelector('.bar').offsetHeight && \(top) < innerHeight")
        try browser.open(site.page(note) + "#step")
        #expect(try browser.isTrue("document.querySelector(':target').classList.contains('cell')"))
        try browser.open(site.page(note) + "#eq-1")
        #expect(
            try browser.isTrue("document.querySelector(':target').classList.contains('equation')"))
    }

    @Test(arguments: [360, 768, 1280, 1600])
    func nothingMovesThePageSideways(width: Int) throws {
        let (site, browser) = (try BuiltSite(), try Browser(width: width))
        for page in ["index.html", note, "b.html", "variables.html", "404.html"] {
            try browser.open(site.page(page))
            #expect(
                try browser.number("document.documentElement.scrollWidth") <= Double(width),
                "\(page)")
        }
    }

    @Test func whatScrollsIsReachedWithTheKeyboard() throws {
        let (site, browser) = (try BuiltSite(), try Browser(width: 360))
        try browser.open(site.page(note))
        #expect(
            try browser.number(
                "[...document.querySelectorAll('pre, .table, .equation')].filter(b => b.scrollWidth > b.clientWidth + 1 && b.tabIndex < 0).length"
            ) == 0)
        #expect(try browser.number("document.querySelectorAll('[tabindex=\"0\"]').length") > 0)
    }

    /// Names for controls, one main heading, no level left out, text that can be told from its ground.
    @Test func pagesAreAccessible() throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        for theme in ["light", "dark"] {
            for page in ["index.html", note, "variables.html"] {
                try browser.open(site.page(page))
                try browser.evaluate("document.documentElement.dataset.theme = '\(theme)'")
                let found = try browser.text(Accessibility.script)
                #expect(found.isEmpty, "\(theme) \(page): \(found)")
            }
        }
    }

    @Test func aSavedNoteChangesThePageInPlace() throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        try open(browser, site.serve(port: 42_118) + "b.html")
        try browser.wait(for: "Number(document.documentElement.dataset.updates) > 0")
        try browser.evaluate(
            "window.mark = 1; document.getElementById('the-shapes').scrollIntoView({behavior: 'instant'})"
        )
        let top = "Math.round(document.getElementById('the-shapes').getBoundingClientRect().top)"
        let before = try browser.number(top)
        let old = try #require(BuiltSite.notes["b.md"])
        let saved = Date()
        try site.write(
            old.replacing("# Weight sharing\n", with: "# Weight sharing\n\nA new paragraph.\n"),
            to: "b.md")
        try browser.wait(
            for: "document.querySelector('main').innerText.includes('A new paragraph.')")
        print("from saving to the new page: \(Int(Date().timeIntervalSince(saved) * 1000)) ms")
        #expect(try browser.number("window.mark") == 1)
        #expect(abs(try browser.number(top) - before) <= 2)
        // Until the first build is done, a preview answers everything with 503.
        let complaints = browser.complaints.filter { !$0.contains("status of 503") }
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test func mistakesAppearInThePageAndVanishWhenFixed() throws {
        let (site, browser) = (try BuiltSite(), try Browser())
        try open(browser, site.serve(port: 42_119) + "b.html")
        try browser.wait(for: "Number(document.documentElement.dataset.updates) > 0")
        let old = try #require(BuiltSite.notes["b.md"])
        try site.write(old + "\n[x](nowhere.md)\n\n```python\n1 / 0\n```\n", to: "b.md")
        try browser.wait(
            for: "document.querySelector('main').innerText.includes('ZeroDivisionError')")
        try browser.wait(
            for: "document.querySelector('.problems').innerText.includes('nowhere.md')")
        try site.write(old, to: "b.md")
        try browser.wait(
            for: "!document.querySelector('main').innerText.includes('ZeroDivisionError')")
        try browser.wait(for: "document.querySelector('.problems').hidden")
        try site.write("title: [", to: "site.yml")
        try browser.wait(for: "document.querySelector('.problems').innerText.includes('site.yml')")
        #expect(site.stop() == 0)
    }

    /// Opens a page of a server that may still be starting.
    private func open(_ browser: Browser, _ address: String) throws {
        for _ in 0..<200 {
            try browser.open(address)
            if try browser.isTrue("!!document.querySelector('main')") { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
        throw Browser.Failure(description: "\(address) never answered")
    }
}
