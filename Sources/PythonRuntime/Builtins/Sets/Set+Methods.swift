extension Builtins {
    /// The methods that leave a set as it is.
    static func setQueries(_ t: TypeBuilder) {
        t.def("copy(self, /)\n\nA set of the same elements.") {
            (python: Interpreter, set: SetObject) in
            try set.copy(type: set.resultType(python), in: python)
        }
        t.raw("union(self, *others)\n\nThe elements of all of them.") { python, arguments in
            try python.combine(arguments, .union)
        }
        t.raw("intersection(self, *others)\n\nThe elements that are in each of them.") {
            python, arguments in try python.combine(arguments, .intersection)
        }
        t.raw("difference(self, *others)\n\nThe elements that are in none of the others.") {
            python, arguments in try python.combine(arguments, .difference)
        }
        t.def("symmetric_difference(self, other, /)\n\nThe elements that are in one of the two.") {
            (python: Interpreter, set: SetObject, other: Value) in
            try SetOperation.symmetricDifference.apply(
                set, python.asSet(other), type: set.resultType(python), in: python)
        }
        t.def("isdisjoint(self, other, /)\n\nWhether nothing is in both.") {
            (python: Interpreter, set: SetObject, other: Value) -> Bool in
            let iterator = try python.iterator(other)
            while let item = try python.next(iterator) {
                if try set.contains(item, in: python) { return false }
            }
            return true
        }
        t.def("issubset(self, other, /)\n\nWhether the other one has every element.") {
            (python: Interpreter, set: SetObject, other: Value) in
            try set.isSubset(of: python.asSet(other), in: python)
        }
        t.def("issuperset(self, other, /)\n\nWhether the set has every element of the other.") {
            (python: Interpreter, set: SetObject, other: Value) in
            try python.asSet(other).isSubset(of: set, in: python)
        }
    }

    /// The methods that change a set.
    static func setChanges(_ t: TypeBuilder) {
        t.procedure("add(self, element, /)\n\nAdds an element.") {
            (python: Interpreter, set: SetObject, value: Value) in
            try set.insert(value, in: python)
        }
        t.procedure("discard(self, element, /)\n\nRemoves an element if it is there.") {
            (python: Interpreter, set: SetObject, value: Value) in
            _ = try set.remove(python.hashable(value), in: python)
        }
        t.procedure("remove(self, element, /)\n\nRemoves an element.") {
            (python: Interpreter, set: SetObject, value: Value) in
            guard try set.remove(python.hashable(value), in: python) else {
                throw python.keyError(value)
            }
        }
        t.def("pop(self, /)\n\nRemoves any element and gives it.") {
            (python: Interpreter, set: SetObject) -> Value in
            guard let value = set.removeAny() else {
                throw python.keyError(.string("pop from an empty set", in: python))
            }
            return value
        }
        t.procedure("clear(self, /)\n\nRemoves all elements.") {
            (_: Interpreter, set: SetObject) in set.removeAll()
        }
        for (name, operation) in [
            ("update", SetOperation.union), ("intersection_update", .intersection),
            ("difference_update", .difference),
        ] {
            t.raw("\(name)(self, *others)") { python, arguments in
                let (set, others) = try python.receiver(arguments, name)
                for other in others { try python.change(set, operation, by: other) }
                return .none
            }
        }
        t.procedure("symmetric_difference_update(self, other, /)") {
            (python: Interpreter, set: SetObject, other: Value) in
            try python.change(set, .symmetricDifference, by: other)
        }
        for operation in SetOperation.allCases {
            t.binary(operation.inPlaceSpecial) {
                (python: Interpreter, set: SetObject, other: Value) -> Value in
                guard other.object is SetObject else { return python.notImplemented }
                try python.change(set, operation, by: other)
                return .object(set)
            }
        }
    }
}

extension Interpreter {
    /// A set as it is, any other iterable as a new set.
    fileprivate func asSet(_ value: Value) throws -> SetObject {
        try (value.object as? SetObject) ?? newSet(value)
    }

    /// The set that a method of any number of others was called on, and the others.
    fileprivate func receiver(_ arguments: Arguments, _ name: String) throws -> (
        SetObject, [Value]
    ) {
        let set = try SetObject.from(arguments.positional.first ?? .none, in: self)
        guard arguments.keywords.isEmpty else {
            throw typeError("\(set.type.name).\(name)() takes no keyword arguments")
        }
        return (set, Array(arguments.positional.dropFirst()))
    }

    /// `union`, `intersection` and `difference` with any number of iterables.
    fileprivate func combine(_ arguments: Arguments, _ operation: SetOperation) throws -> Value {
        let (set, others) = try receiver(arguments, "\(operation)")
        let type = set.resultType(self)
        var result = set
        if others.isEmpty || operation == .union { result = try set.copy(type: type, in: self) }
        for other in others {
            if operation == .union {
                try result.insert(contentsOf: other, in: self)
            } else {
                result = try operation.apply(result, asSet(other), type: type, in: self)
            }
        }
        return .object(result)
    }

    /// The operations that change a set by any iterable.
    fileprivate func change(_ set: SetObject, _ operation: SetOperation, by other: Value) throws {
        switch operation {
        case .union: try set.insert(contentsOf: other, in: self)
        case .difference: try set.subtract(asSet(other), in: self)
        case .symmetricDifference: try set.formSymmetricDifference(asSet(other), in: self)
        case .intersection:
            let rest = try operation.apply(set, asSet(other), in: self)
            set.removeAll()
            try set.formUnion(rest, in: self)
        }
    }
}
