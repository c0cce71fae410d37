import Foundation
import FuzzTargets
import Testing

/// What fuzzing found once stays found: `Findings/<part>/` holds the inputs.
@Suite struct FindingsTests {
    @Test(arguments: FuzzTarget.all.map(\.name))
    func nothingFoundOnceEndsTheProcess(_ name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        target.run([])
        for file in try Self.findings(of: name) { target.run([UInt8](try Data(contentsOf: file))) }
    }

    @Test func everyFindingBelongsToAPart() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        for name in names { #expect(FuzzTarget.named(name) != nil, "\(name) is no part") }
    }

    private static let folder = Bundle.module.resourceURL!.appendingPathComponent("Findings")

    private static func findings(of name: String) throws -> [URL] {
        let folder = folder.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
    }
}
