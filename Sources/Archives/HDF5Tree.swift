/// A group of an HDF5 file: named attributes, and named arrays and groups.
package struct HDF5Group: Sendable, Equatable {
    package struct Attribute: Sendable, Equatable {
        package let name: String
        package let value: HDF5Value

        package init(name: String, value: HDF5Value) {
            self.name = name
            self.value = value
        }
    }

    package struct Member: Sendable, Equatable {
        package let name: String
        package let node: HDF5Node

        package init(name: String, node: HDF5Node) {
            self.name = name
            self.node = node
        }
    }

    package var attributes: [Attribute]
    package var members: [Member]

    package init(attributes: [Attribute] = [], members: [Member] = []) {
        self.attributes = attributes
        self.members = members
    }
}

/// What a group holds.
package indirect enum HDF5Node: Sendable, Equatable {
    case group(HDF5Group)
    case array(HDF5Array)
    /// A kind of thing that models are not saved in.
    case unknown
}

/// The value of an attribute.
package enum HDF5Value: Sendable, Equatable {
    case text(String)
    case texts([String])
    case array(HDF5Array)
    case unknown
}

/// Numbers as they lie in a file.
package struct HDF5Array: Sendable, Equatable {
    package enum Kind: UInt8, Sendable {
        case float = 0x66
        case integer = 0x69
        case unsigned = 0x75
    }

    package let kind: Kind
    /// The bytes of an element.
    package let width: Int
    /// The lengths of the axes, outermost first.
    package let lengths: [Int]
    /// The elements, little-endian, the last axis running fastest.
    package let bytes: [UInt8]

    package init(kind: Kind, width: Int, lengths: [Int], bytes: [UInt8]) {
        self.kind = kind
        self.width = width
        self.lengths = lengths
        self.bytes = bytes
    }
}
