/// The types of iterators, views and descriptors, which programs meet but seldom name.
package final class ContainerTypes {
    package let listReverseIterator, dictKeyIterator, dictValueIterator, dictItemIterator,
        dictReverseKeyIterator, dictReverseValueIterator, dictReverseItemIterator, setIterator,
        longRangeIterator, callableIterator, reversed, enumerate, zip, map, filter: TypeObject
    package let dictKeys, dictValues, dictItems, mappingProxy: TypeObject
    package let traceback, frame, methodWrapper, methodDescriptor, attributeDescriptor,
        memberDescriptor: TypeObject
    package let union, genericAlias, memoryView: TypeObject

    /// The types that are iterators.
    var iterators: [TypeObject] {
        [
            listReverseIterator, dictKeyIterator, dictValueIterator, dictItemIterator,
            dictReverseKeyIterator, dictReverseValueIterator, dictReverseItemIterator,
            setIterator, longRangeIterator, callableIterator, reversed, enumerate, zip, map, filter,
        ]
    }

    /// Iterators that know how many values are left.
    var measuredIterators: [TypeObject] {
        iterators.filter { ![callableIterator, enumerate, zip, map, filter].contains($0) }
    }

    init(object: TypeObject, type: TypeObject, in python: Interpreter) {
        func make(_ name: String) -> TypeObject {
            let made = TypeObject(name, bases: [object], metatype: type, in: python)
            made.isExtensible = false
            return made
        }
        listReverseIterator = make("list_reverseiterator")
        dictKeyIterator = make("dict_keyiterator")
        dictValueIterator = make("dict_valueiterator")
        dictItemIterator = make("dict_itemiterator")
        dictReverseKeyIterator = make("dict_reversekeyiterator")
        dictReverseValueIterator = make("dict_reversevalueiterator")
        dictReverseItemIterator = make("dict_reverseitemiterator")
        setIterator = make("set_iterator")
        longRangeIterator = make("longrange_iterator")
        callableIterator = make("callable_iterator")
        reversed = make("reversed")
        enumerate = make("enumerate")
        zip = make("zip")
        map = make("map")
        filter = make("filter")
        dictKeys = make("dict_keys")
        dictValues = make("dict_values")
        dictItems = make("dict_items")
        mappingProxy = make("mappingproxy")
        traceback = make("traceback")
        frame = make("frame")
        methodWrapper = make("method-wrapper")
        methodDescriptor = make("method_descriptor")
        attributeDescriptor = make("getset_descriptor")
        memberDescriptor = make("member_descriptor")
        memoryView = make("memoryview")
        union = make("UnionType")
        union.moduleName = "types"
        union.messageName = "types.UnionType"
        genericAlias = make("GenericAlias")
        genericAlias.moduleName = "types"
    }
}
