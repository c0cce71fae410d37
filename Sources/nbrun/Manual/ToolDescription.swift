/// What the command line says of itself, as the argument parser writes it.
struct ToolDescription: Decodable {
    let command: Command

    /// A command with its arguments and its own commands.
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    /// A file, an option or a flag.
    struct Argument: Decodable {
        let kind: Kind
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
        let discussion: String?
    }

    enum Kind: String, Decodable { case positional, option, flag }

    /// `-o` or `--output`.
    struct Name: Decodable {
        let kind: Kind
        let name: String

        enum Kind: String, Decodable { case long, short, longWithSingleDash }
    }
}
