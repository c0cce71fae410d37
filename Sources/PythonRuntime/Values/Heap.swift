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
        let (kind, queue) = object._withUnsafeGuaranteedRef {
            ($0.kind, $0.typePointer._withUnsafeGuaranteedRef { $0.releaseQueue })
        }
        if kind == .generator { finalize(pointer) }
        queue._withUnsafeGuaranteedRef { $0.release(object, kind) }
    }

    /// Whether the heap's reference is the only one.
    @inline(__always) static func isUnique(_ pointer: UnsafeMutableRawPointer) -> Bool {
        var object = Unmanaged<Object>.fromOpaque(pointer)
        return withUnsafeMutablePointer(to: &object) {
            UnsafeMutableRawPointer($0).withMemoryRebound(to: Object.self, capacity: 1) {
                isKnownUniquelyReferenced(&$0.pointee)
            }
        }
    }
}

extension Heap {
    /// Runs what a waiting generator's `finally` and `with` blocks do, unless Swift code still holds it.
    @inline(never) private static func finalize(_ pointer: UnsafeMutableRawPointer) {
        guard isUnique(pointer) else { return }
        let generator = Unmanaged<GeneratorObject>.fromOpaque(pointer).takeUnretainedValue()
        let type = generator.type
        guard generator.waitsInBlock, !generator.isFinalized,
            type.releaseQueue._withUnsafeGuaranteedRef({ $0.runsFinalizers })
        else { return }
        generator.isFinalized = true
        type.interpreter.finalize(generator)
    }
}

/// The objects that wait for their last reference to go, or to be used again; one queue an interpreter.
final class ReleaseQueue {
    /// As many as a loop over a text's lines and words has at once; together they take a megabyte.
    let texts = SpareObjects(limit: 1 << 14)
    let lists = SpareObjects(limit: 256)
    let tuples = SpareObjects(limit: 256)
    private var depth = 0
    private var waiting: [Unmanaged<Object>] = []
    /// False once the interpreter itself goes: what generators wait for is dropped then.
    var runsFinalizers = true
    /// Nested releases before they queue: a few hundred `deinit`s fit any thread's stack.
    private static var limit: Int { 200 }

    @inline(__always) func release(_ object: Unmanaged<Object>, _ kind: Kind) {
        if kind == .string, keepsText(object) { return }
        guard depth < Self.limit else {
            waiting.append(object)
            return
        }
        depth &+= 1
        if !keeps(object, kind) { object.release() }
        depth &-= 1
        if depth == 0, !waiting.isEmpty { drain() }
    }

    private func drain() {
        while let object = waiting.popLast() {
            depth &+= 1
            object.release()
            depth &-= 1
        }
    }

    /// Whether a text that nobody holds was taken among the spare ones.
    @inline(__always) private func keepsText(_ object: Unmanaged<Object>) -> Bool {
        let pointer = object.toOpaque()
        guard texts.hasRoom, Heap.isUnique(pointer) else { return false }
        Unmanaged<StringObject>.fromOpaque(pointer)._withUnsafeGuaranteedRef { $0.empty() }
        texts.keep(pointer)
        return true
    }

    /// Whether a list or a tuple that nobody holds was taken among the spare ones. What it held goes first,
    /// which may run Python code.
    @inline(__always) private func keeps(_ object: Unmanaged<Object>, _ kind: Kind) -> Bool {
        let pointer = object.toOpaque()
        switch kind {
        case .list:
            let list = Unmanaged<ListObject>.fromOpaque(pointer)
            guard list._withUnsafeGuaranteedRef({ $0.isSpare }), Heap.isUnique(pointer) else {
                return false
            }
            list._withUnsafeGuaranteedRef { $0.releaseItems() }
            guard lists.hasRoom else { return false }
            lists.keep(pointer)
            return true
        case .tuple:
            guard Heap.isUnique(pointer) else { return false }
            Unmanaged<TupleObject>.fromOpaque(pointer)
                ._withUnsafeGuaranteedRef { $0.releaseItems() }
            guard tuples.hasRoom else { return false }
            tuples.keep(pointer)
            return true
        default: return false
        }
    }
}
