/// Turns a notebook of format 3, or 2, into format 4.5.
enum JupyterUpgrade {
    static func upgraded(_ root: JSONNode) -> JSON {
        let sheets = root["worksheets"]?.items ?? []
        let cells = sheets.flatMap { $0["cells"]?.items ?? [] }
        var metadata: [String: JSON] = [:]
        for member in root["metadata"]?.members ?? [] { metadata[member.key] = member.value.json }
        return .sorted([
            "cells": .array(cells.enumerated().map { cell($0.element, number: $0.offset + 1) }),
            "metadata": .sorted(metadata), "nbformat": .integer(4), "nbformat_minor": .integer(5),
        ])
    }

    private static func cell(_ cell: JSONNode, number: Int) -> JSON {
        var members: [String: JSON] = [
            "id": .string("cell-\(number)"), "metadata": cell["metadata"]?.json ?? .sorted([:]),
        ]
        switch cell["cell_type"]?.string {
        case "code":
            members["cell_type"] = .string("code")
            members["source"] = .lines(cell["input"]?.joined ?? "")
            members["execution_count"] = cell["prompt_number"]?.integer.map(JSON.integer) ?? .null
            members["outputs"] = .array((cell["outputs"]?.items ?? []).map(output))
        case "heading":
            let level = min(max(cell["level"]?.integer ?? 1, 1), 6)
            members["cell_type"] = .string("markdown")
            members["source"] = .lines(
                String(repeating: "#", count: level) + " " + (cell["source"]?.joined ?? ""))
        case "markdown":
            members["cell_type"] = .string("markdown")
            members["source"] = .lines(cell["source"]?.joined ?? "")
        default:
            members["cell_type"] = .string("raw")
            members["source"] = .lines(cell["source"]?.joined ?? "")
        }
        return .sorted(members)
    }

    private static func output(_ output: JSONNode) -> JSON {
        switch output["output_type"]?.string {
        case "stream":
            .sorted([
                "name": .string(output["stream"]?.string ?? "stdout"),
                "output_type": .string("stream"), "text": .lines(output["text"]?.joined ?? ""),
            ])
        case "pyerr":
            .sorted([
                "ename": .string(output["ename"]?.string ?? ""),
                "evalue": .string(output["evalue"]?.string ?? ""),
                "output_type": .string("error"),
                "traceback": output["traceback"]?.json ?? .array([]),
            ])
        case "pyout":
            .sorted([
                "data": data(output),
                "execution_count": output["prompt_number"]?.integer.map(JSON.integer) ?? .null,
                "metadata": .sorted([:]), "output_type": .string("execute_result"),
            ])
        default:
            .sorted([
                "data": data(output), "metadata": .sorted([:]),
                "output_type": .string("display_data"),
            ])
        }
    }

    /// Format 3 names the representations by short words.
    private static let types = [
        "text": "text/plain", "html": "text/html", "svg": "image/svg+xml", "png": "image/png",
        "jpeg": "image/jpeg", "latex": "text/latex", "json": "application/json",
        "javascript": "application/javascript",
    ]

    private static func data(_ output: JSONNode) -> JSON {
        var data: [String: JSON] = [:]
        for member in output.members ?? [] {
            if let type = types[member.key] { data[type] = member.value.json }
        }
        return .sorted(data)
    }
}
