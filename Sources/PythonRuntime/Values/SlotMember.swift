/// A name of `__slots__`: an attribute that the class describes and the instance holds.
package final class SlotMember: Object {
    let name: String
    unowned(unsafe) let owner: TypeObject

    init(_ name: String, owner: TypeObject, in python: Interpreter) {
        self.name = name
        self.owner = owner
        super.init(type: python.types.memberDescriptor)
    }

    func get(_ receiver: Value, in python: Interpreter) throws -> Value {
        guard let value = (receiver.object as? InstanceObject)?.attribute(name) else {
            throw python.missingAttribute(receiver, name)
        }
        return value
    }

    func set(_ receiver: Value, _ new: Value, in python: Interpreter) throws {
        (receiver.object as? InstanceObject)?.setAttribute(name, new)
    }

    func delete(_ receiver: Value, in python: Interpreter) throws {
        guard (receiver.object as? InstanceObject)?.removeAttribute(name) == true else {
            throw python.attributeError(receiver, name, name)
        }
    }
}
