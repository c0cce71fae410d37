import Foundation

/// The manual page, in the macros of mdoc(7), made from what `--help` prints.
struct ManualPage {
    private let tool: ToolDescription.Command
    private let version: String
    /// The command whose name may be left out.
    private let usual: String

    init(_ tool: ToolDescription, usual: String, version: String) {
        self.tool = tool.command
        self.usual = usual
        self.version = version
    }

    /// The page's source.
    var text: String {
        var lines = [
            ".Dd", ".Dt \(tool.commandName.uppercased()) 1", ".Os \(version)",
            ".Sh NAME", ".Nm \(tool.commandName)", ".Nd \(sentence(tool.abstract ?? ""))",
            ".Sh SYNOPSIS",
        ]
        for command in commands { lines += synopsis(of: command) }
        lines += [".Sh DESCRIPTION"] + paragraphs(tool.discussion ?? "")
        for command in commands { lines += section(of: command) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var commands: [ToolDescription.Command] {
        (tool.subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
    }

    private func synopsis(of command: ToolDescription.Command) -> [String] {
        let name =
            command.commandName == usual
            ? ".Op \(command.commandName)" : ".Cm \(command.commandName)"
        let files = arguments(of: command).filter { $0.kind == .positional }.map { file in
            let text = "\(file.valueName ?? "file")" + (file.isRepeating ? " ..." : "")
            return (file.isOptional ? ".Op Ar " : ".Ar ") + text
        }
        return [".Nm", name, ".Op Ar options"] + files
    }

    private func section(of command: ToolDescription.Command) -> [String] {
        var lines = [".Sh \(tool.commandName.uppercased()) \(command.commandName.uppercased())"]
        lines += paragraphs(command.abstract ?? "")
        if let discussion = command.discussion { lines += [".Pp"] + paragraphs(discussion) }
        lines.append(".Bl -tag -width Ds")
        for argument in arguments(of: command) { lines += item(argument) }
        return lines + [".El"]
    }

    private func arguments(of command: ToolDescription.Command) -> [ToolDescription.Argument] {
        (command.arguments ?? []).filter(\.shouldDisplay)
    }

    private func item(_ argument: ToolDescription.Argument) -> [String] {
        let value = argument.valueName.map { " Ar " + escaped($0) } ?? ""
        let names = (argument.names ?? []).map { name in
            ".Fl \(name.kind == .long ? "-" : "")\(escaped(name.name))"
        }
        let head =
            switch argument.kind {
            case .positional: ".It Ar \(escaped(argument.valueName ?? "file"))"
            case .option: ".It " + names.map { $0.dropFirst() + value }.joined(separator: " , ")
            case .flag: ".It " + names.map { String($0.dropFirst()) }.joined(separator: " , ")
            }
        var text = [argument.abstract, argument.discussion].compactMap { $0 }
        if let values = argument.allValues, !values.isEmpty {
            text.append("One of " + values.joined(separator: ", ") + ".")
        }
        if argument.kind != .flag, let value = argument.defaultValue {
            text.append("Default: \(value).")
        }
        return [head] + text.flatMap(paragraphs)
    }

    /// Text whose indented lines stand as they are.
    private func paragraphs(_ text: String) -> [String] {
        var lines: [String] = []
        var isLiteral = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indented = line.hasPrefix("  ")
            if indented != isLiteral, !line.isEmpty {
                lines.append(indented ? ".Bd -literal -offset indent" : ".Ed")
                isLiteral = indented
            }
            if line.isEmpty {
                lines.append(isLiteral ? "" : ".Pp")
            } else {
                lines.append(escaped(indented ? String(line.dropFirst(2)) : String(line)))
            }
        }
        return lines + (isLiteral ? [".Ed"] : [])
    }

    /// A sentence as the end of another: without its full stop.
    private func sentence(_ text: String) -> String {
        escaped(text.hasSuffix(".") ? String(text.dropLast()) : text)
    }

    /// Text that no macro can be read into.
    private func escaped(_ text: String) -> String {
        let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }
}
