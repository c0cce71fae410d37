import Archives
import Testing

@Suite struct HDF5FileTests {
    private let tree = HDF5Group(
        attributes: [
            .init(name: "names", value: .texts(["一", "b/c"])),
            .init(name: "none", value: .array(array([], [0]))),
            .init(name: "text", value: .text("{\"a\": 1}")),
        ],
        members: [
            .init(name: "empty", node: .group(HDF5Group())),
            .init(
                name: "inner",
                node: .group(
                    HDF5Group(members: [
                        .init(name: "x", node: .array(array([1, 2.5, -3], [3, 1])))
                    ]
                    ))),
            .init(
                name: "n",
                node: .array(
                    HDF5Array(
                        kind: .integer, width: 8, lengths: [], bytes: [7, 0, 0, 0, 0, 0, 0, 0]))),
        ])

    @Test func aTreeComesBackAsItWasWritten() throws {
        #expect(try HDF5File.read(HDF5File.write(tree)) == tree)
    }

    @Test func theSameTreeGivesTheSameBytes() throws {
        #expect(try HDF5File.write(tree) == HDF5File.write(tree))
    }

    @Test func anArrayWhoseNameHasSlashesLiesInGroups() throws {
        let flat = HDF5Group(members: [.init(name: "a/b:0", node: .array(array([1], [1])))])
        let group = try HDF5File.read(HDF5File.write(flat))
        #expect(group.members.map(\.name) == ["a"])
    }

    @Test func whatIsNoHDF5FileIsForeign() {
        #expect(throws: ArchiveError.foreign) { try HDF5File.read(Array("hello".utf8)) }
    }

    @Test func aFileThatEndsTooEarlySaysWhereItShouldEnd() throws {
        let file = try HDF5File.write(tree)
        #expect(throws: ArchiveError.truncated(found: 900, expected: file.count)) {
            try HDF5File.read(Array(file.prefix(900)))
        }
    }

    /// Each place is changed in turn, so that pointers, lengths and kinds all go wrong once.
    @Test func aDamagedFileIsReadOrRefused() throws {
        let file = try HDF5File.write(tree)
        for place in stride(from: 8, to: file.count, by: 97) {
            var damaged = file
            damaged[place] = ~damaged[place]
            do {
                _ = try HDF5File.read(damaged)
            } catch {
                #expect(error is ArchiveError)
            }
        }
    }
}

private func array(_ numbers: [Float], _ lengths: [Int]) -> HDF5Array {
    HDF5Array(
        kind: .float, width: 4, lengths: lengths,
        bytes: numbers.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) })
}
