/// The types of the objects that programs make most, without Swift's counting; the interpreter keeps them.
struct TypePointers {
    let str, list, tuple, dict, set, function, cell, generator: Unmanaged<TypeObject>
    let keyError: Unmanaged<TypeObject>
    let range, slice, rangeIterator, listIterator, tupleIterator, iterator: Unmanaged<TypeObject>

    init(_ types: TypeTable) {
        str = .passUnretained(types.str)
        list = .passUnretained(types.list)
        tuple = .passUnretained(types.tuple)
        dict = .passUnretained(types.dict)
        set = .passUnretained(types.set)
        function = .passUnretained(types.function)
        cell = .passUnretained(types.cell)
        generator = .passUnretained(types.generator)
        keyError = .passUnretained(types.keyError)
        range = .passUnretained(types.range)
        slice = .passUnretained(types.slice)
        rangeIterator = .passUnretained(types.rangeIterator)
        listIterator = .passUnretained(types.listIterator)
        tupleIterator = .passUnretained(types.tupleIterator)
        iterator = .passUnretained(types.iterator)
    }
}
