import Foundation
import TestSupport
import Testing

/// What goes wrong around the program: nothing of the user's is lost, and no page is half written.
@Suite(.serialized) struct FaultTests {
    private let note = "# A\n\n```python\nprint('new')\n```\n\n```output\nold\n```\n"

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(note, to: "a.md")
        return folder
    }

    @Test func aDiskThatIsFullInTheMiddleOfAPageLeavesTheOldPage() throws {
        let folder = try folder()
        try folder.write("the old page", to: "a.html")
        let ending = try Program.run(["a.md", "--no-cache"], in: folder, limit: "-f 8")
        #expect(ending.status == 2)
        #expect(ending.errors.contains("a.html cannot be written: File too large"))
        #expect(try folder.read("a.html") == "the old page")
        #expect(folder.names == ["a.html", "a.md"])
    }

    @Test func aDiskThatIsFullInTheMiddleOfANoteLeavesTheNote() throws {
        let folder = try TemporaryFolder()
        let long = note + String(repeating: "prose\n", count: 2000)
        try folder.write(long, to: "a.md")
        for arguments in [
            ["run", "a.md", "--inline", "--no-cache"], ["test", "a.md", "--accept", "--no-cache"],
        ] {
            let ending = try Program.run(arguments, in: folder, limit: "-f 8")
            #expect(ending.status == 2, "\(arguments)")
            #expect(ending.errors.contains("a.md cannot be written"))
            #expect(try folder.read("a.md") == long)
            #expect(folder.names == ["a.md"])
        }
    }

    @Test func aDiskWithoutRoomForTheCacheStillGivesThePage() throws {
        let folder = try TemporaryFolder()
        try folder.write("```python\nprint('x' * 900_000)\n```\n", to: "a.md")
        let whole = try Program.run(["a.md", "-o", "whole.html", "--no-cache"], in: folder)
        try #require(whole.status == 0)
        let blocks = try folder.read("whole.html").utf8.count / 512 + 1
        let ending = try Program.run(["a.md"], in: folder, limit: "-f \(blocks)")
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try folder.read("a.html") == folder.read("whole.html"))
    }

    @Test func aPlaceThatCannotBeWrittenIsSaid() throws {
        let folder = try folder()
        for place in ["/proc/a.html", "a.md/a.html"] {
            let ending = try Program.run(["a.md", "-o", place, "--no-cache"], in: folder)
            #expect(ending.status == 2)
            #expect(ending.errors.contains("\(place) cannot be written"), "\(ending.errors)")
        }
        #expect(try folder.read("a.md") == note)
    }

    @Test func aNoteDeletedWhileItsCellsRunStaysDeleted() throws {
        let folder = try TemporaryFolder()
        try folder.write("```python\nimport time; time.sleep(1)\nprint(1)\n```\n", to: "a.md")
        let process = try Program.start(["run", "a.md", "--inline", "--no-cache"], in: folder)
        usleep(400_000)
        try FileManager.default.removeItem(atPath: folder.path + "/a.md")
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(folder.names.isEmpty)
    }

    @Test func twoProgramsOnOneNoteLeaveItWhole() throws {
        let folder = try folder()
        let pages = try (0..<4).map { _ in try Program.start(["a.md"], in: folder) }
        let notes = try (0..<4).map { _ in
            try Program.start(["run", "a.md", "--inline"], in: folder)
        }
        for process in pages + notes { process.waitUntilExit() }
        #expect(pages.allSatisfy { $0.terminationStatus == 0 })
        #expect(try folder.read("a.md") == note.replacing("old", with: "new"))
        #expect(try folder.read("a.html").hasSuffix("</html>\n"))
        #expect(folder.names == [".nbrun", "a.html", "a.md"])
    }

    @Test func aDamagedCacheIsIgnored() throws {
        let folder = try folder()
        let first = try Program.run(["a.md"], in: folder)
        try #require(first.status == 0)
        let page = try folder.read("a.html")
        let cache = folder.path + "/.nbrun/cache"
        for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
            for damage in [Data(), Data(repeating: 0xFF, count: 100)] {
                try damage.write(to: URL(fileURLWithPath: cache + "/" + name))
                #expect(try Program.run(["a.md"], in: folder).status == 0)
                #expect(try folder.read("a.html") == page)
            }
        }
    }

    @Test(arguments: [
        ("a.ipynb", "{\"cells\": [{\"cell_type\": 5}], \"nbformat\": 4"),
        ("a.ipynb", "[]"), ("a.ipynb", "{\"cells\": 1, \"nbformat\": 4, \"nbformat_minor\": 5}"),
    ])
    func damagedNotebooksAreMistakes(_ name: String, _ text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: name)
        let ending = try Program.run([name], in: folder)
        #expect(ending.status == 2)
        #expect(ending.errors.contains(name))
        #expect(folder.names == [name])
    }

    @Test func damagedFrontMatterIsAWarningWithItsLine() throws {
        let folder = try TemporaryFolder()
        try folder.write("---\ntitle: [unclosed\nseed: x: y\n---\n\ntext\n", to: "a.md")
        let ending = try Program.run(["a.md"], in: folder)
        #expect(ending.status == 0)
        #expect(ending.errors.contains("a.md:"))
        #expect(try folder.read("a.html").contains("text"))
    }
}
