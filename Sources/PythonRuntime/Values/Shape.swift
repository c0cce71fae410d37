/// Which attribute names an instance has, and in which fields: instances that got the same names in the same
/// order share one shape, so that a cached look-up is one comparison.
final class Shape {
    let count: Int
    /// The class whose instances have this shape.
    unowned(unsafe) let type: TypeObject
    private let indices: [String: Int]
    let names: [String]
    private var extensions: [String: Shape] = [:]

    init(type: TypeObject) {
        self.type = type
        count = 0
        indices = [:]
        names = []
    }

    private init(_ parent: Shape, adding name: String) {
        type = parent.type
        count = parent.count + 1
        var indices = parent.indices
        indices[name] = parent.count
        self.indices = indices
        names = parent.names + [name]
    }

    func index(of name: String) -> Int? { indices[name] }

    func extended(by name: String) -> Shape {
        if let known = extensions[name] { return known }
        let new = Shape(self, adding: name)
        extensions[name] = new
        return new
    }
}

extension InstanceObject {
    /// An attribute of the instance itself.
    package final func attribute(_ name: String) -> Value? {
        if let dictionary { return dictionary[name] }
        guard let shape, let index = shape._withUnsafeGuaranteedRef({ $0.index(of: name) }) else {
            return nil
        }
        return fields.unsafelyUnwrapped[index].value
    }

    package final func setAttribute(_ name: String, _ value: Value) {
        if let dictionary {
            dictionary[name] = value
            return
        }
        let shape = self.shape?.takeUnretainedValue() ?? type.rootShape
        if let index = shape.index(of: name) {
            (fields.unsafelyUnwrapped + index).set(Slot(counting: value))
        } else if shape.count >= Self.fieldLimit {
            attributeDictionary(in: type.interpreter)[name] = value
        } else {
            append(Slot(counting: value), shape: shape.extended(by: name))
        }
    }

    /// Fields before an instance changes to a dictionary: shapes copy their names, so they stay small.
    private static var fieldLimit: Int { 64 }

    /// Adds a field; the caller hands over the slot's count.
    final func append(_ slot: Slot, shape new: Shape) {
        if new.count > fieldCapacity { growFields() }
        fields.unsafelyUnwrapped[new.count - 1] = slot
        shape = Unmanaged.passUnretained(new)
    }

    private func growFields() {
        let capacity = max(4, fieldCapacity * 2)
        let larger = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
        if let fields {
            larger.update(from: fields, count: fieldCapacity)
            fields.deallocate()
        }
        fields = larger
        fieldCapacity = capacity
    }

    /// Removes an attribute; false when there was none.
    package final func removeAttribute(_ name: String) -> Bool {
        guard attribute(name) != nil else { return false }
        return attributeDictionary(in: type.interpreter).remove(name) != nil
    }

    /// `__dict__`: from now on the attributes live in this dictionary.
    package final func attributeDictionary(in python: Interpreter) -> DictionaryObject {
        if let dictionary { return dictionary }
        let new = DictionaryObject(in: python)
        for (name, value) in ownAttributes { new[name] = value }
        removeFields()
        dictionary = new
        return new
    }

    /// Forgets the attributes that are in fields.
    final func removeFields() {
        guard let old = fields else { return }
        let count = shape?._withUnsafeGuaranteedRef { $0.count } ?? 0
        (fields, fieldCapacity, shape) = (nil, 0, nil)
        for index in 0..<count { old[index].release() }
        old.deallocate()
    }

    /// The instance's own attributes in the order they were made.
    package final var ownAttributes: [(name: String, value: Value)] {
        if let dictionary {
            return dictionary.items.compactMap { key, value in key.text.map { ($0, value) } }
        }
        guard let shape else { return [] }
        return shape.takeUnretainedValue().names.enumerated().map {
            ($0.element, fields.unsafelyUnwrapped[$0.offset].value)
        }
    }
}
