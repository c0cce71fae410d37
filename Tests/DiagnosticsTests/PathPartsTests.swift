import Diagnostics
import Testing

@Suite struct PathPartsTests {
    @Test(arguments: [
        ("a/b.md", "a", "b.md", "md", "a/b"), ("b.md", "", "b.md", "md", "b"),
        ("a/b/", "a", "b", "", "a/b"), ("/a", "/", "a", "", "/a"), ("//a", "/", "a", "", "//a"),
        ("/", "/", "/", "", "/"), (".", "", ".", "", "."), ("..", "", "..", "", ".."),
        ("./x.tar.gz", ".", "x.tar.gz", "gz", "./x.tar"), (".hidden", "", ".hidden", "", ".hidden"),
        ("笔记/循环.md", "笔记", "循环.md", "md", "笔记/循环"), ("", "", "", "", ""),
        ("a.b/c", "a.b", "c", "", "a.b/c"), ("a//b", "a", "b", "", "a//b"),
    ])
    func partsOf(path: String, folder: String, name: String, ending: String, stem: String) {
        #expect(PathParts.folder(of: path) == folder)
        #expect(PathParts.name(of: path) == name)
        #expect(PathParts.ending(of: path) == ending)
        #expect(PathParts.stem(of: path) == stem)
    }
}
