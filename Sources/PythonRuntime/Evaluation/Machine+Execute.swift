// R is what instruction sets call the registers.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

// Part of the machine; the rules for unsafe memory stand in Slot.swift.

/// The loop.
extension Machine {
    /// Runs the topmost frame to its end and gives its result, whose count is the caller's; undefined when a
    /// generator ended.
    func execute() throws -> Slot {
        let boundary = depth
        var frame = frames + (depth - 1)
        var code = frame.pointee.code
        var pc = frame.pointee.position
        var R = frame.pointee.base
        if pendingException != nil {
            // A generator waits behind its `yield`, but at its `yield from`; that is where it fails.
            if pc.pointee.operation == .yieldFrom { pc += 1 }
            try handlePending(boundary: boundary, pc: pc)
            reload(&frame, &code, &pc, &R)
        }
        while true {
            let failure: ExceptionObject
            do {
                // `raise` leaves the inner loop, which costs less than a Swift error on its way to the same place.
                var raised: ExceptionObject?
                running: while true {
                    let instruction = pc.pointee
                    pc += 1
                    let a = Int(instruction.a)
                    let b = Int(instruction.b)
                    let c = Int(instruction.c)
                    switch instruction.operation {
                    // MARK: Moves
                    case .move:
                        let value = R[b]
                        value.retain()
                        (R + a).set(value)
                    case .take:
                        // Word by word: a vector that reads both must wait for their writes.
                        let source = R + b
                        let value = Slot(bits: source.pointee.bits, tag: source.pointee.tag)
                        source.pointee.tag = Slot.undefinedTag
                        if value.isObject {
                            (R + a).set(value)
                        } else {
                            (R + a).set(Slot(bits: value.bits, tag: value.tag))
                        }
                    case .loadConstant:
                        let value = code._withUnsafeGuaranteedRef { $0.constants[instruction.wide] }
                        value.retain()
                        (R + a).set(value)
                    case .loadNone: (R + a).set(.none)
                    case .loadInt: (R + a).set(.int(instruction.wide))
                    case .loadGlobal:
                        let cell = code._withUnsafeGuaranteedRef {
                            $0.globalCells[instruction.wide]
                        }
                        var value = cell.module._withUnsafeGuaranteedRef { $0.slot }
                        if value.isUndefined {
                            value = cell.builtin._withUnsafeGuaranteedRef { $0.slot }
                            if value.isUndefined { throw unboundGlobal(code, instruction.wide) }
                        }
                        value.retain()
                        (R + a).set(value)
                    case .storeGlobal:
                        let value = R[a]
                        value.retain()
                        code._withUnsafeGuaranteedRef { $0.globalCells[instruction.wide] }
                            .module._withUnsafeGuaranteedRef { $0.set(value) }
                    case .deleteGlobal: try deleteGlobal(code, instruction.wide)
                    case .loadName: (R + a).set(try loadName(code, R[0], instruction.wide))
                    case .loadNameOrCell: (R + a).set(try loadNameOrCell(code, R[0], R[b], c))
                    case .storeName: try storeName(code, R[0], R[a], instruction.wide)
                    case .deleteName: try deleteName(code, R[0], instruction.wide)
                    case .loadCell:
                        let value = R[b].with(CellObject.self) { $0.slot }
                        if value.isUndefined { throw unboundCell(code, c, R[b]) }
                        value.retain()
                        (R + a).set(value)
                    case .storeCell:
                        let value = R[b]
                        value.retain()
                        R[a].with(CellObject.self) {
                            let old = $0.slot
                            $0.slot = value
                            old.release()
                        }
                    case .deleteCell: try deleteCell(code, R[a], b)
                    case .makeCell:
                        let cell = CellObject(taking: R[a], in: python)
                        R[a] = Slot(owning: cell)
                    case .loadClosure:
                        let cell = frame.pointee.function.unsafelyUnwrapped
                            ._withUnsafeGuaranteedRef { $0.cells[b] }
                        cell.retain()
                        (R + a).set(cell)
                    case .checkLocal:
                        if R[a].isUndefined { throw unboundLocal(code, a) }
                    case .deleteLocal:
                        if R[a].isUndefined { throw unboundLocal(code, a) }
                        (R + a).set(.undefined)
                    case .clear: (R + a).set(.undefined)
                    case .observe:
                        let value = R[a]
                        value.retain()
                        code._withUnsafeGuaranteedRef {
                            ($0.observations + instruction.wide).set(value)
                        }

                    // MARK: Arithmetic
                    case .add, .addInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            let (sum, overflow) = x.int.addingReportingOverflow(y.int)
                            if !overflow {
                                (R + a).set(.int(sum))
                                continue
                            }
                        } else if x.isFloat, y.isFloat {
                            (R + a).set(.float(x.float + y.float))
                            continue
                        }
                        try addSlow(R, instruction, pc)
                    case .subtract, .subtractInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            let (difference, overflow) = x.int.subtractingReportingOverflow(y.int)
                            if !overflow {
                                (R + a).set(.int(difference))
                                continue
                            }
                        } else if x.isFloat, y.isFloat {
                            (R + a).set(.float(x.float - y.float))
                            continue
                        }
                        (R + a).set(try arithmetic(.subtract, R, instruction, pc))
                    case .multiply, .multiplyInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            let (product, overflow) = x.int.multipliedReportingOverflow(by: y.int)
                            if !overflow {
                                (R + a).set(.int(product))
                                continue
                            }
                        } else if x.isFloat, y.isFloat {
                            (R + a).set(.float(x.float * y.float))
                            continue
                        }
                        (R + a).set(try arithmetic(.multiply, R, instruction, pc))
                    case .divide, .divideInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.isFloat, y.isFloat, y.float != 0 {
                            (R + a).set(.float(x.float / y.float))
                            continue
                        }
                        if x.tag | y.tag == Slot.intTag, y.int != 0,
                            x.int.magnitude | y.int.magnitude < 1 << 53
                        {
                            (R + a).set(.float(Double(x.int) / Double(y.int)))
                            continue
                        }
                        (R + a).set(try arithmetic(.divide, R, instruction, pc))
                    case .floorDivide, .floorDivideInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag, y.int > 0 {
                            (R + a).set(.int(Machine.floorDivide(x.int, y.int)))
                            continue
                        }
                        (R + a).set(try arithmetic(.floorDivide, R, instruction, pc))
                    case .modulo, .moduloInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag, y.int > 0 {
                            (R + a).set(.int(Machine.modulo(x.int, y.int)))
                            continue
                        }
                        (R + a).set(try arithmetic(.modulo, R, instruction, pc))
                    case .power, .powerInPlace:
                        (R + a).set(try arithmetic(.power, R, instruction, pc))
                    case .matrixMultiply, .matrixMultiplyInPlace:
                        (R + a).set(try arithmetic(.matrixMultiply, R, instruction, pc))
                    case .leftShift, .leftShiftInPlace:
                        (R + a).set(try arithmetic(.leftShift, R, instruction, pc))
                    case .rightShift, .rightShiftInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag, y.int >= 0 {
                            (R + a).set(.int(x.int >> min(y.int, 63)))
                            continue
                        }
                        (R + a).set(try arithmetic(.rightShift, R, instruction, pc))
                    case .and, .andInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            (R + a).set(.int(x.int & y.int))
                            continue
                        }
                        (R + a).set(try arithmetic(.and, R, instruction, pc))
                    case .or, .orInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            (R + a).set(.int(x.int | y.int))
                            continue
                        }
                        (R + a).set(try arithmetic(.or, R, instruction, pc))
                    case .xor, .xorInPlace:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            (R + a).set(.int(x.int ^ y.int))
                            continue
                        }
                        (R + a).set(try arithmetic(.xor, R, instruction, pc))
                    case .addImmediate, .addImmediateInPlace:
                        let x = R[b]
                        if x.isInt {
                            let (sum, overflow) = x.int.addingReportingOverflow(
                                instruction.immediate)
                            if !overflow {
                                (R + a).set(.int(sum))
                                continue
                            }
                        }
                        (R + a).set(try immediate(.add, R, instruction, pc))
                    case .subtractImmediate, .subtractImmediateInPlace:
                        let x = R[b]
                        if x.isInt {
                            let (difference, overflow) = x.int.subtractingReportingOverflow(
                                instruction.immediate)
                            if !overflow {
                                (R + a).set(.int(difference))
                                continue
                            }
                        }
                        (R + a).set(try immediate(.subtract, R, instruction, pc))
                    case .multiplyImmediate:
                        let x = R[b]
                        if x.isInt {
                            let (product, overflow) = x.int.multipliedReportingOverflow(
                                by: instruction.immediate)
                            if !overflow {
                                (R + a).set(.int(product))
                                continue
                            }
                        }
                        (R + a).set(try immediate(.multiply, R, instruction, pc))
                    case .moduloImmediate:
                        let x = R[b]
                        if x.isInt, instruction.immediate > 0 {
                            (R + a).set(.int(Machine.modulo(x.int, instruction.immediate)))
                            continue
                        }
                        (R + a).set(try immediate(.modulo, R, instruction, pc))
                    case .floorDivideImmediate:
                        let x = R[b]
                        if x.isInt, instruction.immediate > 0 {
                            (R + a).set(.int(Machine.floorDivide(x.int, instruction.immediate)))
                            continue
                        }
                        (R + a).set(try immediate(.floorDivide, R, instruction, pc))
                    case .negative:
                        let x = R[b]
                        if x.isInt, x.int != Int.min {
                            (R + a).set(.int(-x.int))
                        } else if x.isFloat {
                            (R + a).set(.float(-x.float))
                        } else {
                            (R + a).set(try unarySlow(.minus, x))
                        }
                    case .positive: (R + a).set(try unarySlow(.plus, R[b]))
                    case .invert: (R + a).set(try unarySlow(.invert, R[b]))
                    case .not:
                        let truth = try isTrue(R[b])
                        (R + a).set(.bool(!truth))

                    // MARK: Comparison
                    case .less:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            (R + a).set(.bool(x.int < y.int))
                        } else if x.isFloat, y.isFloat {
                            (R + a).set(.bool(x.float < y.float))
                        } else {
                            (R + a).set(try comparison(.less, x, y))
                        }
                    case .lessEqual: (R + a).set(try comparison(.lessEqual, R[b], R[c]))
                    case .equal:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            (R + a).set(.bool(x.int == y.int))
                        } else {
                            (R + a).set(try comparison(.equal, x, y))
                        }
                    case .notEqual: (R + a).set(try comparison(.notEqual, R[b], R[c]))
                    case .greater:
                        let x = R[b]
                        let y = R[c]
                        if x.tag | y.tag == Slot.intTag {
                            (R + a).set(.bool(x.int > y.int))
                        } else if x.isFloat, y.isFloat {
                            (R + a).set(.bool(x.float > y.float))
                        } else {
                            (R + a).set(try comparison(.greater, x, y))
                        }
                    case .greaterEqual: (R + a).set(try comparison(.greaterEqual, R[b], R[c]))
                    case .is: (R + a).set(.bool(R[b].isIdentical(to: R[c])))
                    case .isNot: (R + a).set(.bool(!R[b].isIdentical(to: R[c])))
                    case .contains: (R + a).set(.bool(try containsSlot(R[c], R[b])))
                    case .notContains: (R + a).set(.bool(try !containsSlot(R[c], R[b])))

                    // MARK: Jumps
                    case .jump:
                        pc = code._withUnsafeGuaranteedRef { $0.instructions } + instruction.wide
                    case .jumpBack:
                        if interrupt.pointee != 0 { throw interrupted() }
                        pc = code._withUnsafeGuaranteedRef { $0.instructions } + instruction.wide
                    case .jumpIfTrue:
                        if try isTrue(R[a]) {
                            pc =
                                code._withUnsafeGuaranteedRef { $0.instructions } + instruction.wide
                        }
                    case .jumpIfFalse:
                        if try !isTrue(R[a]) {
                            pc =
                                code._withUnsafeGuaranteedRef { $0.instructions } + instruction.wide
                        }
                    case .lessJump:
                        let x = R[b]
                        let y = R[c]
                        let truth =
                            x.tag | y.tag == Slot.intTag
                            ? x.int < y.int
                            : x.isFloat && y.isFloat
                                ? x.float < y.float : try compareTruth(.less, x, y)
                        branch(truth == (a != 0), &pc, code)
                    case .lessEqualJump:
                        let x = R[b]
                        let y = R[c]
                        let truth =
                            x.tag | y.tag == Slot.intTag
                            ? x.int <= y.int
                            : x.isFloat && y.isFloat
                                ? x.float <= y.float : try compareTruth(.lessEqual, x, y)
                        branch(truth == (a != 0), &pc, code)
                    case .equalJump:
                        let x = R[b]
                        let y = R[c]
                        let truth =
                            x.tag | y.tag == Slot.intTag
                            ? x.int == y.int
                            : x.isKind(.string) && y.isKind(.string)
                                ? Machine.areEqualTexts(x, y) : try equalTruth(x, y)
                        branch(truth == (a != 0), &pc, code)
                    case .notEqualJump:
                        let x = R[b]
                        let y = R[c]
                        let truth =
                            x.tag | y.tag == Slot.intTag
                            ? x.int != y.int : try notEqualTruth(x, y)
                        branch(truth == (a != 0), &pc, code)
                    case .greaterJump:
                        let x = R[b]
                        let y = R[c]
                        let truth =
                            x.tag | y.tag == Slot.intTag
                            ? x.int > y.int
                            : x.isFloat && y.isFloat
                                ? x.float > y.float : try compareTruth(.greater, x, y)
                        branch(truth == (a != 0), &pc, code)
                    case .greaterEqualJump:
                        let x = R[b]
                        let y = R[c]
                        let truth =
                            x.tag | y.tag == Slot.intTag
                            ? x.int >= y.int
                            : x.isFloat && y.isFloat
                                ? x.float >= y.float : try compareTruth(.greaterEqual, x, y)
                        branch(truth == (a != 0), &pc, code)
                    case .lessImmediateJump:
                        let x = R[b]
                        let truth =
                            x.isInt
                            ? x.int < instruction.immediate
                            : try compareTruth(.less, x, .int(instruction.immediate))
                        branch(truth == (a != 0), &pc, code)
                    case .lessEqualImmediateJump:
                        let x = R[b]
                        let truth =
                            x.isInt
                            ? x.int <= instruction.immediate
                            : try compareTruth(.lessEqual, x, .int(instruction.immediate))
                        branch(truth == (a != 0), &pc, code)
                    case .equalImmediateJump:
                        let x = R[b]
                        let truth =
                            x.isInt
                            ? x.int == instruction.immediate
                            : try equalTruth(x, .int(instruction.immediate))
                        branch(truth == (a != 0), &pc, code)
                    case .notEqualImmediateJump:
                        let x = R[b]
                        let truth =
                            x.isInt
                            ? x.int != instruction.immediate
                            : try notEqualTruth(x, .int(instruction.immediate))
                        branch(truth == (a != 0), &pc, code)
                    case .greaterImmediateJump:
                        let x = R[b]
                        let truth =
                            x.isInt
                            ? x.int > instruction.immediate
                            : try compareTruth(.greater, x, .int(instruction.immediate))
                        branch(truth == (a != 0), &pc, code)
                    case .greaterEqualImmediateJump:
                        let x = R[b]
                        let truth =
                            x.isInt
                            ? x.int >= instruction.immediate
                            : try compareTruth(.greaterEqual, x, .int(instruction.immediate))
                        branch(truth == (a != 0), &pc, code)
                    case .isJump:
                        branch(R[b].isIdentical(to: R[c]) == (a != 0), &pc, code)
                    case .isNotJump:
                        branch(R[b].isIdentical(to: R[c]) != (a != 0), &pc, code)
                    case .containsJump:
                        let found = Machine.containsByte(R[c], R[b])
                        branch(try (found ?? containsSlot(R[c], R[b])) == (a != 0), &pc, code)

                    // MARK: Attributes and items
                    case .getAttribute:
                        let object = R[b]
                        let cache = code._withUnsafeGuaranteedRef { $0.caches } + c
                        if object.isKind(.instance), let value = Machine.cachedField(object, cache)
                        {
                            value.retain()
                            (R + a).set(value)
                        } else {
                            frame.pointee.position = pc
                            if try getAttributeSlow(R + a, object, cache) {
                                reload(&frame, &code, &pc, &R)
                            }
                        }
                    case .setAttribute:
                        let object = R[a]
                        let value = R[b]
                        let cache = code._withUnsafeGuaranteedRef { $0.caches } + c
                        if object.isKind(.instance), Machine.storeCachedField(object, value, cache)
                        {
                            continue
                        }
                        try setAttributeSlow(object, value, cache)
                    case .deleteAttribute:
                        let cache = code._withUnsafeGuaranteedRef { $0.caches } + c
                        try python.deleteAttribute(R[a].value, cache.pointee.name)
                    case .getMethod:
                        let object = R[b]
                        let cache = code._withUnsafeGuaranteedRef { $0.caches } + c
                        if object.isKind(.instance),
                            let method = Machine.cachedMethod(object, cache)
                        {
                            method.retain()
                            object.retain()
                            (R + a).set(method)
                            (R + a + 1).set(object)
                        } else {
                            try getMethodSlow(R + a, object, cache)
                        }
                    case .getItem:
                        let container = R[b]
                        let key = R[c]
                        if key.isInt, container.isKind(.list) {
                            let list = Unmanaged<ListObject>.fromOpaque(container.pointer)
                            let item = list._withUnsafeGuaranteedRef { list -> Slot in
                                let index = key.int < 0 ? key.int &+ list.count : key.int
                                return index >= 0 && index < list.count
                                    ? list.slots[index] : .undefined
                            }
                            if !item.isUndefined {
                                item.retain()
                                (R + a).set(item)
                                continue
                            }
                        }
                        if container.isKind(.dictionary) {
                            let item = try dictionaryItem(container, key)
                            if item.isUndefined {
                                // A missing key is often expected: it leaves the loop as `raise` does.
                                raised = missingKey(key)
                                break running
                            }
                            (R + a).set(item)
                            continue
                        }
                        (R + a).set(try getItemSlow(container, key))
                    case .setItem:
                        let container = R[a]
                        let key = R[b]
                        let value = R[c]
                        if key.isInt, container.isKind(.list) {
                            let list = Unmanaged<ListObject>.fromOpaque(container.pointer)
                            let place = list._withUnsafeGuaranteedRef {
                                list -> UnsafeMutablePointer<Slot>? in
                                let index = key.int < 0 ? key.int &+ list.count : key.int
                                return index >= 0 && index < list.count ? list.slots + index : nil
                            }
                            if let place {
                                value.retain()
                                place.set(value)
                                continue
                            }
                        }
                        try setItemSlow(container, key, value)
                    case .deleteItem: try python.deleteItem(R[a].value, R[b].value)
                    case .buildSlice:
                        let slice = SliceObject(
                            start: R[b].value, stop: R[b + 1].value, step: R[b + 2].value,
                            in: python)
                        (R + a).set(Slot(owning: slice))

                    // MARK: Building
                    case .buildList:
                        let list = withPython {
                            Slot(owning: ListObject.make(taking: R + b, count: c, in: $0))
                        }
                        Machine.empty(R + b, c)
                        (R + a).set(list)
                    case .buildTuple:
                        let tuple = withPython {
                            Slot(owning: TupleObject.make(taking: R + b, count: c, in: $0))
                        }
                        Machine.empty(R + b, c)
                        (R + a).set(tuple)
                    case .buildSet: (R + a).set(try buildSet(R + b, c))
                    case .buildDictionary: (R + a).set(Slot(owning: DictionaryObject(in: python)))
                    case .listAppend:
                        let value = R[b]
                        value.retain()
                        R[a].with(ListObject.self) { $0.append(value) }
                    case .listExtend:
                        try listExtend(R[a], R[b], callee: c == 0 ? nil : R[a - 1])
                    case .listToTuple:
                        let items = R[b].object(as: ListObject.self).items
                        (R + a).set(Slot(owning: TupleObject(items, in: python)))
                    case .setAdd: try python.insert(R[b], into: R[a])
                    case .setUpdate: try setUpdate(R[a], R[b])
                    case .dictionarySet:
                        let key = R[b]
                        let value = R[c]
                        try dictionarySet(R[a], key, value)
                    case .dictionaryUpdate: try dictionaryUpdate(R[a], R[b])
                    case .dictionaryMerge:
                        try dictionaryMerge(
                            R[a], R[b], c == Int(UInt16.max) ? nil : R[c], callee: R[a - 2])
                    case .format: (R + a).set(try formatSlot(R + b, flags: c))
                    case .buildString: (R + a).set(buildString(R + b, c))

                    // MARK: Iteration
                    case .getIterator:
                        (R + a).set(try getIterator(R[b], c == 1 ? .loop : .unpacking))
                    case .forIterate:
                        let iterator = R[a]
                        if iterator.isKind(.rangeIterator) {
                            let value = iterator.with(RangeIterator.self) { Machine.next($0) }
                            advance(R + b, value, &pc, code)
                        } else if iterator.isKind(.listIterator) {
                            let value = iterator.with(ListIterator.self) { Machine.next($0) }
                            advance(R + b, value, &pc, code)
                        } else if iterator.isKind(.stringIterator) {
                            let value = iterator.with(StringIterator.self) { $0.next(self) }
                            advance(R + b, value, &pc, code)
                        } else if iterator.isKind(.generator) {
                            frame.pointee.position = pc
                            let extent = frame.pointee.extent
                            if try resumeInLoop(iterator, extent: extent, result: R + b) {
                                reload(&frame, &code, &pc, &R)
                            } else {
                                pc += 1
                            }
                        } else {
                            let value = try next(iterator, into: R + b)
                            advance(R + b, value, &pc, code)
                        }
                    case .unpack: try unpack(R + a, R[b], c)
                    case .unpackStarred:
                        try unpackStarred(R + a, R[b], before: c & 0xFF, after: c >> 8)

                    // MARK: Calls
                    case .call, .callMethod:
                        if interrupt.pointee != 0 { throw interrupted() }
                        if frame.pointee.isInPlace, needsStack(R[a]) { R = try moveToStack(frame) }
                        var callee = R + a
                        var count = b
                        if instruction.operation == .callMethod {
                            // The receiver stands behind the method, or nothing does.
                            if R[a + 1].isUndefined {
                                callee += 1
                                callee.pointee = R[a]
                                R[a] = .undefined
                            } else {
                                count &+= 1
                            }
                        }
                        if callee.pointee.isKind(.function) {
                            let function = Unmanaged<FunctionObject>.fromOpaque(
                                callee.pointee.pointer)
                            if function._withUnsafeGuaranteedRef({ $0.plainCount }) == count {
                                frame.pointee.position = pc
                                let end = frame.pointee.extent
                                try push(
                                    function._withUnsafeGuaranteedRef { $0.body },
                                    function: function, base: callee + 1, argumentCount: count,
                                    live: end - (callee + 1), result: R + a, kind: .call)
                                frame += 1
                                code = frame.pointee.code
                                pc = frame.pointee.position
                                R = frame.pointee.base
                                continue
                            }
                        }
                        frame.pointee.position = pc
                        if try callSlow(callee, count, keywords: nil, result: R + a) {
                            reload(&frame, &code, &pc, &R)
                        }
                    case .callKeywords, .callMethodKeywords:
                        if interrupt.pointee != 0 { throw interrupted() }
                        if frame.pointee.isInPlace { R = try moveToStack(frame) }
                        var callee = R + a
                        var count = b
                        if instruction.operation == .callMethodKeywords {
                            if R[a + 1].isUndefined {
                                callee += 1
                                callee.pointee = R[a]
                                R[a] = .undefined
                            } else {
                                count &+= 1
                            }
                        }
                        frame.pointee.position = pc
                        let names = code._withUnsafeGuaranteedRef { $0.keywordNames[c] }
                        if try callSlow(callee, count, keywords: names, result: R + a) {
                            reload(&frame, &code, &pc, &R)
                        }
                    case .callUnpacked:
                        if interrupt.pointee != 0 { throw interrupted() }
                        if frame.pointee.isInPlace { R = try moveToStack(frame) }
                        frame.pointee.position = pc
                        if try callUnpacked(R + a) { reload(&frame, &code, &pc, &R) }
                    case .return:
                        let value = R[a]
                        R[a] = .undefined
                        releaseRegisters(R, code._withUnsafeGuaranteedRef { $0.registerCount })
                        depth &-= 1
                        if frame.pointee.kind == .call {
                            frame.pointee.owner.release()
                            frame.pointee.result.set(value)
                            frame -= 1
                            code = frame.pointee.code
                            pc = frame.pointee.position
                            R = frame.pointee.base
                            continue
                        }
                        // What a constructor returns is its caller's mistake.
                        if frame.pointee.kind == .constructor { pc = frames[depth - 1].position }
                        if let leaving = try leave(frame, value) { return leaving }
                        reload(&frame, &code, &pc, &R)
                    case .yield:
                        let value = R[b]
                        value.retain()
                        let (kind, result) = (frame.pointee.kind, frame.pointee.result)
                        suspend(frame, at: pc, resultRegister: a)
                        depth &-= 1
                        if kind == .boundaryGenerator { return value }
                        result.set(value)
                        reload(&frame, &code, &pc, &R)
                    case .yieldFrom:
                        // R[a] is what was sent; a value of the inner iterator is yielded on.
                        if let value = try delegate(R + a, R[b]) {
                            let (kind, result) = (frame.pointee.kind, frame.pointee.result)
                            suspend(frame, at: pc - 1, resultRegister: a)
                            depth &-= 1
                            if kind == .boundaryGenerator { return value }
                            result.set(value)
                            reload(&frame, &code, &pc, &R)
                        }
                    case .makeFunction: (R + a).set(makeFunction(code, R + a, b))
                    case .makeClass:
                        frame.pointee.position = pc
                        (R + a).set(try makeClass(R + a))

                    // MARK: The rest
                    case .importModule:
                        frame.pointee.position = pc
                        let name = code._withUnsafeGuaranteedRef { $0.names[b] }
                        (R + a).set(
                            Slot(taking: try python.importModule(name, givesFirst: c != 0)))
                    case .importFrom:
                        let name = code._withUnsafeGuaranteedRef { $0.names[c] }
                        (R + a).set(Slot(taking: try python.importFrom(R[b].value, name)))
                    case .importStar:
                        try python.importStar(
                            R[a].value, into: code._withUnsafeGuaranteedRef { $0.namespace })
                    case .raise:
                        let cause = b == Int(UInt16.max) ? nil : R[b].value
                        frame.pointee.position = pc
                        raised = try raise(R[a], cause: cause)
                        break running
                    case .raiseAgain:
                        raised = try raiseAgain(a == Int(UInt16.max) ? nil : R[a].value)
                        break running
                    case .loadAssertionError:
                        (R + a).set(Slot(counting: python.types.exception("AssertionError")))
                    case .matchException:
                        (R + a).set(.bool(try matchesException(R[b], R[c])))
                    case .pushHandling:
                        // The register takes over the count of what was handled before.
                        (R + a + 1).set(handling)
                        handling = R[a]
                        handling.retain()
                    case .popHandling:
                        let old = handling
                        handling = R[a + 1]
                        handling.retain()
                        old.release()
                    case .enterContext:
                        frame.pointee.position = pc
                        try enterContext(R + a, R[b])
                    case .exitContext:
                        frame.pointee.position = pc
                        try exitContext(R[a])
                    case .exitContextFailing:
                        frame.pointee.position = pc
                        (R + a).set(.bool(try exitContext(R[b], failing: R[c].value)))
                    case .matchSequence: (R + a).set(.bool(python.isSequence(R[b].value)))
                    case .matchMapping: (R + a).set(.bool(python.isMapping(R[b].value)))
                    case .lengthIs: (R + a).set(.bool(try python.length(R[b].value) == c))
                    case .lengthAtLeast: (R + a).set(.bool(try python.length(R[b].value) >= c))
                    case .matchKeys:
                        (R + a).set(
                            Slot(taking: try python.values(of: R[c].value, in: R[b].value)))
                    case .mappingRest:
                        (R + a).set(
                            Slot(taking: try python.rest(of: R[b].value, without: R[c].value)))
                    case .matchClass:
                        (R + a).set(
                            Slot(
                                taking: try python.matchClass(
                                    R[b].value, R[c].value, positional: R[c + 1].int,
                                    keywords: R[c + 2].value)))
                    case .annotate: try annotate(code, frame.pointee, R[a], instruction.wide)
                    case .display: python.displayed = R[a].value
                    }
                }
                failure = raised.take().unsafelyUnwrapped
            } catch {
                failure = python.pythonError(error).exception
            }
            try unwind(failure, boundary: boundary, pc: pc)
            reload(&frame, &code, &pc, &R)
        }
    }

    /// Takes the jump that follows a comparison, or skips it.
    @inline(__always)
    private func branch(
        _ isTaken: Bool, _ pc: inout UnsafeMutablePointer<Instruction>,
        _ code: Unmanaged<CodeObject>
    ) {
        if isTaken {
            // Where an interruption is asked for, the jump itself runs and heeds it.
            if interrupt.pointee == 0 {
                pc = code._withUnsafeGuaranteedRef { $0.instructions } + pc.pointee.wide
            }
        } else {
            pc += 1
        }
    }

    /// Goes on with a loop's next value, or behind the loop where there is none.
    @inline(__always)
    private func advance(
        _ target: UnsafeMutablePointer<Slot>, _ value: Slot,
        _ pc: inout UnsafeMutablePointer<Instruction>, _ code: Unmanaged<CodeObject>
    ) {
        if !value.isUndefined { target.set(value) }
        branch(!value.isUndefined, &pc, code)
    }

    /// Takes up the topmost frame where it waits.
    @inline(__always)
    private func reload(
        _ frame: inout UnsafeMutablePointer<Frame>, _ code: inout Unmanaged<CodeObject>,
        _ pc: inout UnsafeMutablePointer<Instruction>, _ R: inout UnsafeMutablePointer<Slot>
    ) {
        frame = frames + (depth - 1)
        code = frame.pointee.code
        pc = frame.pointee.position
        R = frame.pointee.base
    }

    /// Lets the exception that was thrown into a generator take effect.
    private func handlePending(boundary: Int, pc: UnsafeMutablePointer<Instruction>) throws {
        guard let exception = pendingException else { return }
        pendingException = nil
        try unwind(exception, boundary: boundary, pc: pc)
    }
}
