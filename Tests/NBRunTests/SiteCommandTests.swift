import Foundation
import TestSupport
import Testing

/// `nbrun build` and `nbrun serve` from the command line to what they leave.
@Suite(.serialized) struct SiteCommandTests {
    private func folder(_ note: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/notes", withIntermediateDirectories: true)
        try folder.write(note, to: "notes/a.md")
        return folder
    }

    private let cell = "# A\n\n```python\nprint(6 * 7)\n```\n"

    @Test func aSiteIsBuiltAndNotBuiltTwice() throws {
        let folder = try folder(cell)
        // A file that is as young as the build is looked at again.
        Thread.sleep(forTimeInterval: 0.1)
        let first = try Program.run(["build", "notes", "-o", "out"], in: folder)
        #expect(first.status == 0 && first.errors.contains("1 notes, 1 executed"))
        #expect(try folder.read("out/a.html").contains("42"))
        let second = try Program.run(["build", "notes", "-o", "out"], in: folder)
        #expect(second.status == 0 && second.errors.contains("nothing has changed"))
        try FileManager.default.removeItem(atPath: folder.path + "/out/a.html")
        let third = try Program.run(["build", "notes", "-o", "out"], in: folder)
        #expect(third.errors.contains("1 notes, 0 executed"))
        #expect(try folder.read("out/a.html").contains("42"))
    }

    @Test func withoutACacheNothingIsKept() throws {
        let folder = try folder(cell)
        for _ in 0..<2 {
            let ending = try Program.run(["build", "notes", "-o", "out", "--no-cache"], in: folder)
            #expect(ending.errors.contains("1 executed"))
        }
        #expect(folder.names == ["notes", "out"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/notes") == ["a.md"])
    }

    @Test func strictMakesWarningsAnError() throws {
        let folder = try folder("[x](nowhere.md)\n")
        let usual = try Program.run(["build", "notes", "-o", "out"], in: folder)
        #expect(usual.status == 0 && usual.errors.contains("notes/a.md:1:"))
        let strict = try Program.run(["build", "notes", "-o", "out", "--strict"], in: folder)
        #expect(strict.status == 1 && strict.errors.contains("nowhere.md"))
    }

    @Test func aFailingCellEndsWithOneEveryTime() throws {
        let folder = try folder("```python\n1 / 0\n```\n")
        Thread.sleep(forTimeInterval: 0.1)
        for _ in 0..<2 {
            let ending = try Program.run(["build", "notes", "-o", "out"], in: folder)
            #expect(ending.status == 1 && ending.errors.contains("ZeroDivisionError"))
        }
    }

    @Test func aFolderThatIsNotThereEndsWithTwo() throws {
        let folder = try folder(cell)
        for command in ["build", "serve"] {
            let ending = try Program.run([command, "nowhere"], in: folder)
            #expect(ending.status == 2 && ending.errors.contains("there is no folder nowhere"))
        }
    }

    @Test func theSecondRunOfANoteExecutesNothing() throws {
        let folder = try folder(cell)
        #expect(try !Program.run(["notes/a.md"], in: folder).errors.contains("nothing executed"))
        #expect(try Program.run(["notes/a.md"], in: folder).errors.contains("nothing executed"))
        let anew = try Program.run(["notes/a.md", "--no-cache"], in: folder)
        #expect(!anew.errors.contains("nothing executed"))
        #expect(try folder.read("notes/a.html").contains("42"))
    }

    @Test func aTakenPortIsSaidAndAFreeOneOffered() throws {
        let folder = try folder(cell)
        let port = try TakenPort()
        let ending = try Program.run(["serve", "notes", "--port", "\(port.number)"], in: folder)
        #expect(ending.status == 2 && ending.errors.contains("port \(port.number) is taken"))
        #expect(ending.errors.contains("is free: --port "))
    }

    @Test func namesAreNoAddressesToListenAt() throws {
        let folder = try folder(cell)
        let ending = try Program.run(["serve", "notes", "--host", "example.org"], in: folder)
        #expect(ending.status == 2 && ending.errors.contains("no IP address"))
    }
}
