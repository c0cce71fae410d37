/// `__name` in a class, which is another name in every class.
package enum PrivateNames {
    /// What private names of a class begin with; nil in a class whose name is only underscores.
    static func prefix(in className: String) -> String? {
        let name = className.drop { $0 == "_" }
        return name.isEmpty ? nil : "_" + name
    }

    /// `_Class__name` for `__name`, and any other name as it is.
    package static func full(_ name: String, in className: String) -> String {
        guard name.hasPrefix("__"), !name.hasSuffix("__"), let prefix = prefix(in: className)
        else { return name }
        return prefix + name
    }
}
