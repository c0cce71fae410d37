import Testing

@testable import Sites

@Suite struct SitePathTests {
    @Test func relativePathsStayInTheSite() {
        #expect(SitePath.resolve("b.md", from: "a.md") == "b.md")
        #expect(SitePath.resolve("../b.md", from: "part/a.md") == "b.md")
        #expect(SitePath.resolve("./x/../b.md", from: "part/a.md") == "part/b.md")
        #expect(SitePath.resolve("../b.md", from: "a.md") == nil)
    }

    @Test func theWayToTheRootFollowsTheDepth() {
        #expect(SitePath.root(from: "a.html") == "")
        #expect(SitePath.root(from: "x/y/a.html") == "../../")
    }

    @Test func folderToFolder() {
        #expect(SitePath.way(from: "/r/site", to: "/r/notebooks") == "../notebooks/")
        #expect(SitePath.way(from: "/r/notes/", to: "/r/notes") == "")
    }
}
