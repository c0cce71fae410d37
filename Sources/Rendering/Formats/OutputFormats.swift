/// The formats there are, the usual one first.
package enum OutputFormats {
    package static let all: [any OutputFormat] = [HTMLFormat(), IPYNBFormat()]

    package static func named(_ name: String) -> (any OutputFormat)? {
        all.first { $0.name == name }
    }
}
