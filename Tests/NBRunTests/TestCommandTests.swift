import Foundation
import TestSupport
import Testing

/// `nbrun test` from the command line to the files it leaves.
@Suite(.serialized) struct TestCommandTests {
    private let note = """
        ```python
        print("loss", 0.25)
        ```

        ```output
        loss 0.5
        ```

        """

    @Test func aDifferenceEndsWithOne() throws {
        let folder = try TemporaryFolder()
        try folder.write(note, to: "a.md")
        let ending = try Program.run(
            ["test", "a.md", "--junit", "r.xml", "--json", "-"], in: folder)
        #expect(ending.status == 1)
        #expect(ending.errors.contains("6 wanted │ loss 0.5"))
        #expect(ending.output.contains("\"verdict\": \"differs\""))
        #expect(try folder.read("r.xml").contains("failures=\"1\""))
        #expect(try folder.read("a.md") == note)
    }

    @Test func acceptingWritesAndThenAgrees() throws {
        let folder = try TemporaryFolder()
        try folder.write(note, to: "a.md")
        #expect(try Program.run(["test", "a.md", "--accept", "--dry-run"], in: folder).status == 1)
        #expect(try folder.read("a.md") == note)
        #expect(try Program.run(["test", "a.md", "--accept"], in: folder).status == 0)
        #expect(try folder.read("a.md") == note.replacing("0.5", with: "0.25"))
        #expect(try Program.run(["test", "a.md"], in: folder).status == 0)
        #expect(folder.names == [".nbrun", "a.md"])
    }

    @Test func mistakesEndWithTwo() throws {
        let folder = try TemporaryFolder()
        try folder.write("{", to: "a.ipynb")
        #expect(try Program.run(["test", "a.ipynb"], in: folder).status == 2)
        #expect(try Program.run(["test", "missing.md"], in: folder).status == 2)
        #expect(try Program.run(["test"], in: folder).status == 2)
        #expect(try Program.run(["test", "a.md", "--shard", "5/4"], in: folder).status == 2)
    }

    @Test func aNoteSurvivesBeingKilled() throws {
        let folder = try TemporaryFolder()
        let cells = (0..<40).map { "```python\nprint(\($0))\n```\n\n```output\nold\n```\n" }
        let before = cells.joined(separator: "\n")
        try folder.write(before, to: "a.md")
        let after = cells.indices.map {
            "```python\nprint(\($0))\n```\n\n```output\n\($0)\n```\n"
        }.joined(separator: "\n")
        for attempt in 0..<25 {
            let process = try Program.start(["test", "a.md", "--accept", "-q"], in: folder)
            usleep(UInt32(attempt * 4000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let text = try folder.read("a.md")
            #expect(text == before || text == after)
        }
    }

    @Test func convertingThereAndBackKeepsEveryByte() throws {
        let folder = try TemporaryFolder()
        let text = "---\ntitle: A\n---\n\n# 标题\n\n- item\n\n  ```python\n  x = 1\n  ```\n\n" + note
        try folder.write(text, to: "a.md")
        #expect(try Program.run(["convert", "a.md", "-o", "a.ipynb"], in: folder).status == 0)
        #expect(try Program.run(["convert", "a.ipynb", "-o", "b.md"], in: folder).status == 0)
        #expect(try folder.read("b.md") == text)
    }
}
