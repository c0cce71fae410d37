import PythonSyntax

/// A Python class, built in or written in Python.
package final class TypeObject: InstanceObject {
    package var name: String
    package var qualifiedName: String
    /// What messages call the class where that is not its name: `numpy.ndarray`.
    package var messageName: String?
    /// What an `AttributeError` says of a name; nil, or nothing for a name, for the usual words.
    package var wordsForMissing: ((String) -> String?)?
    /// The module that the class says it is from: `builtins`, `__main__`, `keras.src.layers.rnn.lstm`.
    package var moduleName: String
    package private(set) var bases: [TypeObject]
    /// The class and its ancestors in the order of C3.
    package private(set) var mro: [TypeObject] = [] {
        didSet { ancestors = mro.map { UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) } }
    }
    /// The addresses of `mro`, which are compared without Swift's counting.
    private var ancestors: [UnsafeRawPointer] = []
    /// Whether the class is an exception's.
    private(set) var isException = false
    /// Changes whenever an attribute of the class or of an ancestor does; cached look-ups compare it.
    private(set) var version: UInt32 = 1
    /// Whether Python code may change its attributes.
    package let isBuiltin: Bool
    /// The signature and help of a call of a built-in class.
    package var documentationFunction: NativeFunction?
    /// Whether instances of a built-in type take attributes of any name.
    package var hasInstanceDictionary = false
    /// Whether instances are `InstanceObject`s that need nothing but attributes: no native `__new__` on the way.
    private(set) var makesPlainInstances = false
    /// Whether `__new__` of this very type leaves nothing for `__init__` to do.
    package var makesCompleteInstances = false
    /// What a call of the type does for the usual kinds of arguments.
    var fastCall = FastPath.none
    /// Whether `case Type(x)` binds the subject itself to `x`: the built-in value types.
    package var isSelfMatching = false
    /// Whether `case [a, b]` matches instances.
    package var isSequencePattern = false
    /// Whether a class may extend it.
    package var isExtensible = true
    /// Whether instances have no `__dict__` (`__slots__` without one); nil slots mean any attribute.
    package var slotNames: Set<String>?
    /// Whether the class itself, and not an ancestor, names attributes in `__slots__`.
    private(set) var hasOwnSlots = false
    package unowned(unsafe) let interpreter: Interpreter
    private let releases: ReleaseQueue
    /// The result of an operator with an instance on its left or its right side, where that is known at once; nil
    /// where the methods of both operands have to be asked.
    package var quickResult: QuickResult?
    /// What `releases` keeps alive, without Swift's counting.
    let releaseQueue: Unmanaged<ReleaseQueue>
    private(set) lazy var rootShape = Shape(type: self)

    private var names: [String] = []
    private var attributes: [String: Value] = [:]
    private var specials: [SpecialMethod?]
    private var subclasses: [Unmanaged<TypeObject>] = []
    private var found: [String: Value?] = [:]
    private var knownConstruction = Construction.general
    private var constructionVersion: UInt32 = 0

    /// A class; the interpreter keeps it alive. `mro` must be legal: see `TypeObject.linearize`.
    package init(
        _ name: String, bases: [TypeObject], module: String = "builtins", metatype: TypeObject?,
        isBuiltin: Bool = true, in python: Interpreter
    ) {
        self.name = name
        qualifiedName = name
        moduleName = module
        self.bases = bases
        self.isBuiltin = isBuiltin
        interpreter = python
        releases = python.releases
        releaseQueue = Unmanaged.passUnretained(python.releases)
        specials = Array(repeating: nil, count: Special.allCases.count)
        // Only the first two types have no metatype yet; they get theirs right after.
        let own = metatype.map(Unmanaged.passUnretained) ?? Unmanaged.fromOpaque(python.placeholder)
        super.init(typePointer: own, kind: .type)
        mro = [self] + (TypeObject.linearize(bases) ?? bases)
        ancestors = mro.map { UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) }
        isException = (isBuiltin && name == "BaseException") || bases.contains { $0.isException }
        python.keep(self)
        for base in bases { base.subclasses.append(Unmanaged.passUnretained(self)) }
        inheritSpecials()
    }

    /// Sets the metatype of the first types.
    func setMetatype(_ metatype: TypeObject) { typePointer = Unmanaged.passUnretained(metatype) }

    package func isSubtype(of other: TypeObject) -> Bool {
        if self === other { return true }
        return hasAncestor(Unmanaged.passUnretained(other).toOpaque())
    }

    /// Whether the object at an address is the class or one of its ancestors.
    func hasAncestor(_ address: UnsafeMutableRawPointer) -> Bool {
        for ancestor in ancestors where ancestor == UnsafeRawPointer(address) { return true }
        return false
    }

    // MARK: Attributes

    /// The attribute of the class itself, ancestors not asked.
    package func ownAttribute(_ name: String) -> Value? { attributes[name] }

    /// The names of the class's own attributes in the order they were set.
    package var ownNames: [String] { names }

    /// The attribute of the class or its nearest ancestor.
    package func lookUp(_ name: String) -> Value? {
        if let known = found[name] { return known }
        let value = mro.lazy.compactMap { $0.attributes[name] }.first
        found[name] = .some(value)
        return value
    }

    /// The nearest ancestor (or the class itself) that has the attribute.
    package func owner(of name: String) -> TypeObject? { mro.first { $0.attributes[name] != nil } }

    /// Sets an attribute; a special method's name changes what operators do.
    package func setTypeAttribute(_ name: String, _ value: Value) {
        if attributes.updateValue(value, forKey: name) == nil { names.append(name) }
        if let slot = value.object as? SlotMember, slot.owner === self, name != "__weakref__" {
            hasOwnSlots = true
        }
        changed(name)
    }

    /// Removes an attribute; false when there was none.
    package func removeTypeAttribute(_ name: String) -> Bool {
        guard attributes.removeValue(forKey: name) != nil else { return false }
        names.removeAll { $0 == name }
        changed(name)
        return true
    }

    private func changed(_ name: String) {
        invalidate()
        if let special = Special.named(name) { refresh(special) }
    }

    private func invalidate() {
        version &+= 1
        found.removeAll(keepingCapacity: true)
        for subclass in subclasses { subclass.takeUnretainedValue().invalidate() }
    }

    package var directSubclasses: [TypeObject] { subclasses.map { $0.takeUnretainedValue() } }

    /// Forgets what the class can do, when its interpreter ends.
    func close() {
        (attributes, found, names) = ([:], [:], [])
        (ownSpecials, wrappers, documentationFunction) = ([:], [:], nil)
        specials = Array(repeating: nil, count: specials.count)
    }

    /// Forgets the class's ancestors, itself among them: the last that ends a class.
    func forgetAncestors() { (mro, bases, subclasses) = ([], [], []) }

    // MARK: Special methods

    /// What the type does for a special method; nil when it does not have it.
    @inline(__always) package func special(_ special: Special) -> SpecialMethod? {
        specials[Int(special.rawValue)]
    }

    /// Defines a special method in Swift.
    package func setSpecial(_ special: Special, _ method: SpecialMethod) {
        ownSpecials[special] = method
        wrappers[special] = nil
        invalidate()
        refresh(special)
    }

    private var ownSpecials: [Special: SpecialMethod] = [:]

    /// The Swift special method that this very class defines, for `list.__len__` and the like.
    func ownNativeSpecial(_ special: Special) -> SpecialMethod? { ownSpecials[special] }

    private var wrappers: [Special: WrapperDescriptor] = [:]

    /// The object that stands for such a method, always the same one: `int.__repr__ is int.__repr__`.
    func ownWrapper(_ special: Special) -> WrapperDescriptor? {
        if let known = wrappers[special] { return known }
        guard let method = ownSpecials[special] else { return nil }
        let made = WrapperDescriptor(special, method, owner: self, in: interpreter)
        wrappers[special] = made
        return made
    }

    private func inheritSpecials() {
        for special in Special.allCases { specials[Int(special.rawValue)] = inherited(special) }
    }

    private func inherited(_ special: Special) -> SpecialMethod? {
        for type in mro {
            // What `object` does for attributes is what the interpreter does anyway.
            if type.bases.isEmpty, special.isAttributeAccess { continue }
            if let value = type.attributes[special.name] { return .attribute(value) }
            if let own = type.ownSpecials[special] { return own }
        }
        return nil
    }

    private func refresh(_ special: Special) {
        specials[Int(special.rawValue)] = inherited(special)
        for subclass in subclasses { subclass.takeUnretainedValue().refresh(special) }
    }

    /// What a call of a class does; found out when it is first called, and again when the class changes.
    enum Construction {
        /// A plain instance, without arguments.
        case bare
        /// A plain instance, then an `__init__` written in Python.
        case initializer(Unmanaged<FunctionObject>)
        /// An exception that only keeps its arguments.
        case exception
        /// `__new__` and `__init__`, whatever they are.
        case general
    }

    var construction: Construction {
        if constructionVersion != version {
            knownConstruction = findConstruction()
            constructionVersion = version
        }
        return knownConstruction
    }

    private func findConstruction() -> Construction {
        let base = interpreter.types.baseException
        if type !== interpreter.types.type { return .general }
        if definer(of: .new) === base, definer(of: .`init`) === base { return .exception }
        guard makesPlainInstances, !isBuiltin, lookUp("__abstractmethods__") == nil else {
            return .general
        }
        guard case .attribute(let value)? = special(.`init`) else { return .bare }
        guard let object = value.object, object.kind == .function else { return .general }
        let function = unsafeDowncast(object, to: FunctionObject.self)
        return function.code.isGenerator
            ? .general : .initializer(Unmanaged.passUnretained(function))
    }

    /// The nearest ancestor (or the class itself) that defines a special method.
    private func definer(of special: Special) -> TypeObject? {
        mro.first { $0.ownSpecials[special] != nil || $0.attributes[special.name] != nil }
    }

    /// Decides, once the attributes are set, how instances are made.
    func findLayout() {
        guard case .variadic? = special(.new),
            let owner = mro.first(where: { $0.ownSpecials[.new] != nil })
        else {
            makesPlainInstances = false
            return
        }
        makesPlainInstances = owner === interpreter.types.object
        isSelfMatching = bases.contains { $0.isSelfMatching }
        isSequencePattern = bases.contains { $0.isSequencePattern }
    }

    /// The ancestors of a class with these bases in the order of C3; nil where there is none.
    package static func linearize(_ bases: [TypeObject]) -> [TypeObject]? {
        var lists = bases.map(\.mro) + [bases]
        var result: [TypeObject] = []
        while true {
            lists.removeAll { $0.isEmpty }
            if lists.isEmpty { return result }
            guard
                let next = lists.lazy.map({ $0[0] }).first(where: { head in
                    !lists.contains { $0.dropFirst().contains { $0 === head } }
                })
            else { return nil }
            result.append(next)
            for index in lists.indices where lists[index][0] === next {
                lists[index].removeFirst()
            }
        }
    }
}

extension TypeObject: Equatable {
    /// Classes are equal when they are the same.
    package static func == (a: TypeObject, b: TypeObject) -> Bool { a === b }
}

/// What an operator gives for an object and the other operand; see `TypeObject.quickResult`.
package typealias QuickResult = (
    _ python: Interpreter, _ object: Object, _ operation: BinaryOperator, _ other: Value,
    _ place: OperandPlace
) throws -> Value?

/// Where an object stands in an operation.
package enum OperandPlace {
    case left, right
    /// On the left of an assignment such as `+=`.
    case changed
}
