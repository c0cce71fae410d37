import Testing

@testable import Rendering

@Suite struct ScriptMemoryTests {
    @Test func blocksKeepTheirContentThroughEverySize() {
        var memory = ScriptMemory()
        defer { memory.release() }
        var block = memory.allocate(1)!
        block.storeBytes(of: 42, as: UInt8.self)
        for size in [16, 17, 100, 1024, 1025, 50_000, 2000, 1000, 8] {
            block = memory.reallocate(block, size)!
            #expect(block.load(as: UInt8.self) == 42)
            #expect(Int(bitPattern: block) % 16 == 0)
        }
        memory.free(block)
    }

    @Test func freedBlocksAreUsedAgain() {
        var memory = ScriptMemory()
        defer { memory.release() }
        let block = memory.allocate(40)!
        memory.free(block)
        #expect(memory.allocate(48) == block)
    }

    @Test func theLimitHolds() {
        var memory = ScriptMemory(limit: 1000)
        defer { memory.release() }
        let block = memory.allocate(600)!
        #expect(memory.allocate(600) == nil)
        #expect(memory.reallocate(block, 5000) == nil)
        memory.free(block)
        #expect(memory.allocate(600) != nil)
    }

    @Test func blocksDoNotOverlap() {
        var memory = ScriptMemory()
        defer { memory.release() }
        let blocks = (1...3000).map { number in
            let block = memory.allocate(number % 1500 + 8)!
            block.storeBytes(of: number, as: Int.self)
            return block
        }
        for (index, block) in blocks.enumerated() { #expect(block.load(as: Int.self) == index + 1) }
    }
}
