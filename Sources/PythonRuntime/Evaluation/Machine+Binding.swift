// Part of the machine; the rules for unsafe memory stand in Slot.swift.

/// Arguments that are bound where they stand, without an array.
extension Machine {
    /// Brings `count` arguments at `base`, of which the last are the keywords' values, into the order of the
    /// function's parameters, defaults filled in. False, with nothing changed, where that takes the binder.
    func bindInPlace(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Slot>, _ count: Int,
        _ keywords: [String]?, end: UnsafeMutablePointer<Slot>
    ) -> Bool {
        let code = function.code
        guard code.isPlain else {
            return keywords == nil && bindStars(function, base, count, end: end)
        }
        let missing = code.parameterCount - count
        if let keywords {
            return missing >= 0 && bindKeywords(function, base, count, keywords, end: end)
        }
        guard missing >= 0, missing <= function.defaults.count else { return false }
        let firstDefault = function.defaults.count - missing
        for index in 0..<missing {
            let value = Slot(counting: function.defaults[firstDefault + index])
            (base + count + index).place(value, end: end)
        }
        return true
    }

    /// Positional arguments of a function with stars: what is too much goes into `*args`, `**kwargs` is empty.
    private func bindStars(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Slot>, _ count: Int,
        end: UnsafeMutablePointer<Slot>
    ) -> Bool {
        let signature = function.code.signature
        let positional = signature.positional.count
        guard signature.keywordOnly.isEmpty, count >= positional,
            count == positional || signature.variadic != nil
        else { return false }
        var next = base + positional
        if signature.variadic != nil {
            let extra = TupleObject.make(taking: next, count: count - positional, in: python)
            Machine.empty(next, count - positional)
            next.place(Slot(owning: extra), end: end)
            next += 1
        }
        if signature.variadicKeyword != nil {
            next.place(Slot(owning: DictionaryObject(in: python)), end: end)
        }
        return true
    }

    private func bindKeywords(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Slot>, _ count: Int,
        _ keywords: [String], end: UnsafeMutablePointer<Slot>
    ) -> Bool {
        let parameterCount = function.code.parameterCount
        let positional = count - keywords.count
        return withUnsafeTemporaryAllocation(of: Slot.self, capacity: parameterCount) { bound in
            bound.initialize(repeating: .undefined)
            for (offset, name) in keywords.enumerated() {
                guard let index = function.code.signature.index(ofKeyword: name),
                    index >= positional, bound[index].isUndefined
                else { return false }
                bound[index] = base[positional + offset]
            }
            let firstDefault = parameterCount - function.defaults.count
            for index in positional..<parameterCount where bound[index].isUndefined {
                guard index >= firstDefault else { return false }
                bound[index] = Slot(borrowing: function.defaults[index - firstDefault])
            }
            for index in positional..<parameterCount { bound[index].retain() }
            for index in positional..<parameterCount {
                (base + index).place(bound[index], end: end)
            }
            return true
        }
    }

    /// Begins a call of a function whose arguments stand at `base` in the order of its parameters. `owner` is
    /// what the frame keeps alive. False when the result, a generator, is there already.
    func beginBound(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Slot>,
        end: UnsafeMutablePointer<Slot>, owner: Slot = .undefined,
        result: UnsafeMutablePointer<Slot>, kind: Frame.Kind = .call
    ) throws -> Bool {
        let count = function.code.parameterCount
        if function.code.isGenerator {
            let generator = GeneratorObject(function, taking: base, count: count, in: python)
            Machine.empty(base, min(count, end - base))
            owner.release()
            result.set(Slot(owning: generator))
            return false
        }
        do {
            try push(
                function.body, function: Unmanaged.passUnretained(function), base: base,
                argumentCount: count, live: end - base, result: result, kind: kind)
        } catch {
            for index in 0..<count where base + index >= end { base[index].release() }
            owner.release()
            throw error
        }
        frames[depth - 1].owner = owner
        return true
    }

    /// Runs a function with as many arguments as it has parameters, on top of the stack; `write` puts them
    /// there with their counts taken.
    func run(
        _ function: FunctionObject, count: Int, _ write: (UnsafeMutablePointer<Slot>) -> Void
    ) throws -> Value {
        try nesting {
            let base = top
            write(base)
            do {
                try push(
                    function.body, function: Unmanaged.passUnretained(function), base: base,
                    argumentCount: count, live: 0, result: base, kind: .boundary)
            } catch {
                for index in 0..<count { base[index].release() }
                throw error
            }
            let slot = try execute()
            let value = slot.value
            slot.release()
            return value
        }
    }
}

extension UnsafeMutablePointer<Slot> {
    /// Writes a slot whose count the caller hands over: below `end` a register holds something, above it nothing.
    @inline(__always)
    fileprivate func place(_ slot: Slot, end: UnsafeMutablePointer<Slot>) {
        if self < end { set(slot) } else { pointee = slot }
    }
}
