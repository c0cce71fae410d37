import Diagnostics
import Testing

@testable import Sites

@Suite struct SiteBuilderTests {
    private let files = [
        "a.md": "# First\n\nSee [the second](b.md#the-end) and [one deeper](part/c.md).\n",
        "b.md": "# Second\n\n```python\nx = 1\nprint(x)\n```\n\n## The end\n\ntext\n",
        "part/c.md": "# Third\n\nBack to [the first](../a.md).\n",
        "site.yml": "title: Course\norder: [b, a]\nurl: https://example.org/c\n",
        "index.md": "Welcome: [start](b.md).\n",
    ]

    @Test func everyNoteBecomesAPageThatKnowsItsNeighbours() throws {
        let fixture = try SiteFixture(files)
        let site = try fixture.build()
        #expect(site.diagnostics.isEmpty && site.noteCount == 3)
        #expect(
            fixture.pages
                == ["404.html", "a.html", "b.html", "index.html", "part/c.html", "variables.html"])
        let page = try fixture.page("a.html")
        #expect(page.contains("<title>First · Course</title>"))
        #expect(page.contains("rel=\"prev\" href=\"b.html\""))
        #expect(page.contains("rel=\"next\" href=\"part/c.html\""))
        #expect(page.contains("href=\"b.html\" ") || page.contains("href=\"b.html\">"))
        #expect(page.contains("aria-current=\"page\">First</a>"))
    }

    @Test func linksBetweenNotesLeadToPages() throws {
        let fixture = try SiteFixture(files)
        try fixture.build()
        #expect(try fixture.page("a.html").contains("<a href=\"b.html#the-end\">the second</a>"))
        #expect(try fixture.page("part/c.html").contains("<a href=\"../a.html\">the first</a>"))
        #expect(try fixture.page("index.html").contains("<a href=\"b.html\">start</a>"))
    }

    @Test func pagesBelowTheRootFindTheSharedFiles() throws {
        let fixture = try SiteFixture(files)
        try fixture.build()
        #expect(try fixture.page("part/c.html").contains("href=\"../assets/style.css?v="))
        #expect(try fixture.page("b.html").contains("href=\"assets/style.css?v="))
        #expect(try !fixture.page("b.html").contains("<style>"))
    }

    @Test func whatLeadsNowhereIsSaidWithItsPlace() throws {
        let fixture = try SiteFixture([
            "a.md": "# A\n\n[x](c.md)\n[y](b.md#nothing)\n![z](z.png)\n[w](../secret.txt)\n",
            "b.md": "# A\n",
        ])
        let found = try fixture.build().diagnostics
        #expect(
            found.map(\.message) == [
                "the picture z.png cannot be read",
                "the link leads to c.md, which is not there", "nothing in b.md is called #nothing",
                "the link leads out of the site to ../secret.txt",
                "a.md has the same title, A",
            ])
        #expect(found.map { $0.place?.position.line } == [5, 3, 4, 6, 1])
        #expect(found.allSatisfy { $0.severity == .warning })
    }

    @Test func filesThatLinksLeadToComeAlong() throws {
        let fixture = try SiteFixture(["a.md": "[data](data/x.csv)\n", "data/x.csv": "1,2\n"])
        try fixture.build()
        #expect(try fixture.page("data/x.csv") == "1,2\n")
    }

    @Test func twoNotesForOnePageAreRefused() throws {
        let fixture = try SiteFixture(["a.md": "x", "index.md": "y"])
        #expect(throws: Never.self) { try fixture.build() }
        try fixture.write("z", to: "part/index.md")
        #expect(throws: Never.self) { try fixture.build() }
        #expect(fixture.pages.contains("part/index.html"))
    }

    @Test func anUnchangedSiteExecutesNothing() throws {
        let fixture = try SiteFixture(files)
        #expect(try fixture.build().executedCount == 3)
        #expect(try fixture.build().executedCount == 0)
        try fixture.write("# Second\n\n## The end\n\nother\n", to: "b.md")
        #expect(try fixture.build().executedCount == 1)
        #expect(try fixture.page("b.html").contains("other"))
    }

    @Test func aNewTitleReachesEveryPage() throws {
        let fixture = try SiteFixture(files)
        try fixture.build()
        try fixture.write("# Renamed\n\n## The end\n", to: "b.md")
        try fixture.build()
        #expect(try fixture.page("a.html").contains("Renamed"))
    }

    @Test func removedNotesLeaveNoPages() throws {
        let fixture = try SiteFixture(files)
        try fixture.build()
        try fixture.write("mine", to: "../out/kept.txt")
        try fixture.remove("part/c.md")
        let found = try fixture.build().diagnostics
        #expect(!fixture.pages.contains("part/c.html"))
        #expect(try fixture.page("kept.txt") == "mine")
        // The link from the first note leads nowhere now, although that note has not changed.
        #expect(found.map(\.message) == ["the link leads to part/c.md, which is not there"])
    }

    @Test func theMapNamesEveryPage() throws {
        let fixture = try SiteFixture(files)
        try fixture.build()
        let map = try fixture.page("sitemap.xml")
        #expect(map.contains("<loc>https://example.org/c/</loc>"))
        #expect(map.contains("<loc>https://example.org/c/part/c.html</loc>"))
    }

    @Test func variablesAreListedByNote() throws {
        let fixture = try SiteFixture(files)
        try fixture.build()
        let page = try fixture.page("variables.html")
        #expect(page.contains("<a href=\"b.html\">Second</a>"))
        #expect(page.contains("<th scope=\"row\">x</th>"))
        #expect(page.contains("<th scope=\"col\">Name</th>"))
    }

    @Test func theIndexFindsTextAndCode() throws {
        let fixture = try SiteFixture(files)
        try fixture.build()
        let index = try fixture.page("assets/search-index.js")
        #expect(index.hasPrefix("window.nbrunIndex={"))
        #expect(index.contains("\"print\":") && index.contains("\"deeper\":"))
    }

    @Test func titlesCannotBreakOutOfAPage() throws {
        let fixture = try SiteFixture(["a.md": "# <script>alert(1)</script> & \"x\"\n"])
        try fixture.build()
        for name in ["a.html", "index.html", "404.html"] {
            #expect(try !fixture.page(name).contains("<script>alert"))
        }
    }
}
