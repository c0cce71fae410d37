import FuzzTargets
import Glibc

/// What libFuzzer calls with each input it thinks of; the variable `FUZZ_TARGET` names the part to feed.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    if let target = FuzzTarget.named(name) { return target }
    let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
    fputs("FUZZ_TARGET names the part to feed: \(names)\n", stderr)
    exit(2)
}()
