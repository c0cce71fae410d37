/// Recorded outputs of a Jupyter notebook as one text: printed lines, then the value.
package enum JupyterOutputText {
    package static func text(of outputs: [JSONNode]) -> String {
        var text = ""
        for output in outputs {
            guard let piece = piece(output), !piece.isEmpty else { continue }
            if !text.isEmpty, !text.endsLine { text += "\n" }
            text += piece
        }
        return text.endsLine ? String(text.dropLast()) : text
    }

    private static func piece(_ output: JSONNode) -> String? {
        switch output["output_type"]?.string {
        case "stream":
            output["name"]?.string == "stderr" ? nil : output["text"]?.joined
        case "execute_result", "display_data": output["data"]?["text/plain"]?.joined
        case "error":
            output["traceback"]?.items?.compactMap(\.string).joined(separator: "\n")
        default: nil
        }
    }
}
