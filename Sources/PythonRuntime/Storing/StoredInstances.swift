import Diagnostics

// Instances of the note's own classes, and what stands in those classes.

extension StorableKinds {
    /// What the runtime itself has.
    func addBuiltins() {
        add(StringObject.self)
        add(BytesObject.self)
        add(BigIntegerObject.self)
        add(ComplexObject.self)
        add(RangeObject.self)
        add(SliceObject.self)
        add(ListObject.self)
        add(TupleObject.self)
        add(DictionaryObject.self)
        add(SetObject.self)
        add(ByteArrayObject.self)
        add(CellObject.self)
        add(BoundMethodObject.self)
        add(GenericAlias.self)
        add(UnionObject.self)
        add(SlotMember.self)
        add(WrapperDescriptor.self)
        add(BoxedObject.self)
        add(PropertyObject.self)
        add(MethodWrapper.self)
        add(ExceptionObject.self)
        add(FunctionObject.self)
        add(NativeFunction.self)
        add(TypeObject.self)
        add(ModuleObject.self)
        add(LooseVariables.self)
        add(MappingProxy.self)
        addInstances()
        addState("digits") { $0.state(IntegerDigitLimit.self) { _ in IntegerDigitLimit() } }
        addFixedStates(["StandardStreams"])
    }

    /// Objects that have attributes and nothing else.
    private func addInstances() {
        add(
            InstanceObject.self,
            Kind(
                store: { try $1.write($0.type) },
                restored: { reader in
                    let type = try reader.object(as: TypeObject.self)
                    return InstanceObject(type: type, kind: type.isBuiltin ? .other : .instance)
                },
                storeContents: { object, writer in
                    guard let object = object as? InstanceObject else { return }
                    try writer.write(attributesOf: object)
                },
                restoreContents: { object, reader in
                    guard let object = object as? InstanceObject else { return }
                    try reader.restoreAttributes(of: object)
                }))
    }
}

extension BoxedObject: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        try writer.write(type)
        try writer.write(base)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let type = try reader.object(as: TypeObject.self)
        return BoxedObject(try reader.value(), type: type)
    }
}

extension PropertyObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(type) }

    package static func restored(from reader: StateReader) throws -> Object {
        PropertyObject(getter: .none, type: try reader.object(), in: reader.python)
    }

    package func storeContents(in writer: StateWriter) throws {
        for value in [getter, setter, deleter, documentation] { try writer.write(value) }
        writer.write(name)
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        (getter, setter) = (try reader.value(), try reader.value())
        (deleter, documentation) = (try reader.value(), try reader.value())
        name = try reader.optionalText()
        try reader.restoreAttributes(of: self)
    }
}

extension MethodWrapper: StorableByAttributes {
    package func store(in writer: StateWriter) throws {
        try writer.write(type)
        writer.write(isStatic)
        try writer.write(function)
    }

    package static func restored(from reader: StateReader) throws -> Object {
        let (type, isStatic) = (try reader.object(as: TypeObject.self), try reader.flag())
        return MethodWrapper(
            try reader.value(), isStatic: isStatic, type: type, in: reader.python)
    }
}

extension ExceptionObject: Storable {
    package func store(in writer: StateWriter) throws { try writer.write(type) }

    package static func restored(from reader: StateReader) throws -> Object {
        ExceptionObject(type: try reader.object(), arguments: [])
    }

    package func storeContents(in writer: StateWriter) throws {
        try writer.write(argumentTuple)
        try writer.write([cause, context])
        writer.write(suppressesContext)
        writer.write(isBeingReraised)
        writer.write(isFinal)
        writer.write(hints.count)
        for hint in hints { writer.write(hint) }
        writer.write(trace.count)
        for entry in trace {
            try writer.write(entry.source)
            writer.write(entry.function)
            writer.write(entry.span.start)
            writer.write(entry.span.end)
        }
        try writer.write(attributesOf: self)
    }

    package func restoreContents(from reader: StateReader) throws {
        arguments = try reader.object(as: TupleObject.self).items
        let others = try reader.values()
        guard others.count == 2 else { throw UnreadableState() }
        (cause, context) = (others[0], others[1])
        suppressesContext = try reader.flag()
        isBeingReraised = try reader.flag()
        isFinal = try reader.flag()
        hints = try (0..<reader.count()).map { _ in try reader.text() }
        trace = try (0..<reader.count()).map { _ in
            let (source, function) = (try reader.source(), try reader.text())
            let start = try reader.int()
            return TraceEntry(
                source: source, function: function, span: SourceSpan(start, try reader.int()))
        }
        try reader.restoreAttributes(of: self)
    }
}

extension IntegerDigitLimit: StoredState {
    package func store(in writer: StateWriter) throws { writer.write(digits) }
    package func restore(from reader: StateReader) throws { digits = try reader.int() }
}
