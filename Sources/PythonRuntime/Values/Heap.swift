// One of the three files with unsafe memory; the rules stand in Slot.swift.

/// The counts that registers and containers keep on objects.
///
/// Objects are ordinary Swift objects. Slots count in the object's own plain field instead of Swift's
/// atomic one; while that count is above zero the heap holds a single Swift reference.
enum Heap {
    @inline(__always) static func retain(_ pointer: UnsafeMutableRawPointer) {
        let object = Unmanaged<Object>.fromOpaque(pointer)
        object._withUnsafeGuaranteedRef {
            if $0.slotCount == 0 { open(pointer) }
            $0.slotCount &+= 1
        }
    }

    @inline(__always) static func release(_ pointer: UnsafeMutableRawPointer) {
        let object = Unmanaged<Object>.fromOpaque(pointer)
        let last = object._withUnsafeGuaranteedRef {
            $0.slotCount &-= 1
            return $0.slotCount == 0
        }
        if last { close(pointer) }
    }

    @inline(never) private static func open(_ pointer: UnsafeMutableRawPointer) {
        _ = Unmanaged<Object>.fromOpaque(pointer).retain()
    }

    /// Gives back the heap's reference. A structure of a million links would otherwise recurse a million
    /// times through `deinit`, so releases inside a release wait in a queue once they nest deeply.
    @inline(never) private static func close(_ pointer: UnsafeMutableRawPointer) {
        let object = Unmanaged<Object>.fromOpaque(pointer)
        let isGenerator = object._withUnsafeGuaranteedRef { $0.kind == .generator }
        if isGenerator { finalize(pointer) }
        let queue = object._withUnsafeGuaranteedRef {
            $0.typePointer._withUnsafeGuaranteedRef { $0.releaseQueue }
        }
        queue._withUnsafeGuaranteedRef { $0.release(object) }
    }
}

extension Heap {
    /// Runs what a waiting generator's `finally` and `with` blocks do, unless Swift code still holds it.
    @inline(never) private static func finalize(_ pointer: UnsafeMutableRawPointer) {
        var held = pointer
        let isLast = withUnsafeMutablePointer(to: &held) {
            UnsafeMutableRawPointer($0).withMemoryRebound(to: GeneratorObject.self, capacity: 1) {
                isKnownUniquelyReferenced(&$0.pointee)
            }
        }
        guard isLast else { return }
        let generator = Unmanaged<GeneratorObject>.fromOpaque(pointer).takeUnretainedValue()
        let type = generator.type
        guard generator.waitsInBlock, !generator.isFinalized,
            type.releaseQueue._withUnsafeGuaranteedRef({ $0.runsFinalizers })
        else { return }
        generator.isFinalized = true
        type.interpreter.finalize(generator)
    }
}

/// The objects that wait for their last reference to go, one queue an interpreter.
final class ReleaseQueue {
    private var depth = 0
    private var waiting: [Unmanaged<Object>] = []
    /// False once the interpreter itself goes: what generators wait for is dropped then.
    var runsFinalizers = true
    /// Nested releases before they queue: a few hundred `deinit`s fit any thread's stack.
    private static var limit: Int { 200 }

    func release(_ object: Unmanaged<Object>) {
        guard depth < Self.limit else {
            waiting.append(object)
            return
        }
        depth += 1
        object.release()
        depth -= 1
        if depth == 0 { drain() }
    }

    private func drain() {
        while let object = waiting.popLast() {
            depth += 1
            object.release()
            depth -= 1
        }
    }
}
