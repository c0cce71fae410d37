import Foundation
import Testing

@testable import Rendering

@Suite struct BytecodeCacheTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("nbrun-\(UUID().uuidString)")

    private var cache: BytecodeCache { BytecodeCache(folder: folder) }
    private var file: URL { folder.appendingPathComponent("entry") }

    @Test func givesBackWhatWasSaved() {
        defer { try? FileManager.default.removeItem(at: folder) }
        cache.save([1, 2, 3], as: "entry")
        #expect(cache.entry("entry") == [1, 2, 3])
        #expect(cache.entry("other") == nil)
    }

    @Test func isReadableByItsOwnerOnly() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        cache.save([1], as: "entry")
        let mode =
            try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file.path)
        #expect(cache.entry("entry") == nil)
    }

    @Test func aDamagedEntryCountsAsMissing() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        cache.save(Array(0..<100), as: "entry")
        let whole = try Data(contentsOf: file)
        for index in whole.indices {
            var damaged = whole
            damaged[index] ^= 0x10
            try damaged.write(to: file)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: file.path)
            #expect(cache.entry("entry") == nil)
        }
        for count in [0, 10, whole.count - 1] {
            try whole.prefix(count).write(to: file)
            #expect(cache.entry("entry") == nil)
        }
    }

    @Test func aFolderThatCannotBeMadeIsNoError() {
        let cache = BytecodeCache(folder: URL(fileURLWithPath: "/proc/nowhere"))
        cache.save([1], as: "entry")
        #expect(cache.entry("entry") == nil)
    }

    @Test func formulasAreTheSameFromBytecode() {
        defer { try? FileManager.default.removeItem(at: folder) }
        let formula = Formula(tex: "\\sum_{k=1}^t x_k", isDisplayed: true)
        let first = Typesetter(cache: cache).typeset(formula)
        #expect((try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.count == 1)
        #expect(Typesetter(cache: cache).typeset(formula) == first)
    }
}
