/// A cell's outputs in nbformat's terms.
package enum JupyterOutputs {
    package static func outputs(of run: CellRun, number: Int) -> [JSON] {
        merged(run.outputs).map { json(of: $0, number: number) }
    }

    /// Pieces printed to the same stream one after the other are one output.
    private static func merged(_ outputs: [CellOutput]) -> [CellOutput] {
        var merged: [CellOutput] = []
        for output in outputs {
            if case .stream(let stream, let text) = output,
                case .stream(stream, let before) = merged.last
            {
                merged[merged.count - 1] = .stream(stream, before + text)
            } else {
                merged.append(output)
            }
        }
        return merged
    }

    private static func json(of output: CellOutput, number: Int) -> JSON {
        switch output {
        case .stream(let stream, let text):
            .sorted([
                "name": .string(stream.rawValue), "output_type": .string("stream"),
                "text": .lines(text),
            ])
        case .result(let bundle):
            .sorted([
                "data": data(bundle), "execution_count": .integer(number),
                "metadata": metadata(of: bundle),
                "output_type": .string("execute_result"),
            ])
        case .display(let bundle):
            .sorted([
                "data": data(bundle), "metadata": metadata(of: bundle),
                "output_type": .string("display_data"),
            ])
        case .error(let report):
            .sorted([
                "ename": .string(report.name), "evalue": .string(report.value),
                "output_type": .string("error"),
                "traceback": .array(report.traceback.map(JSON.string)),
            ])
        }
    }

    /// A drawing without a ground of its own asks a dark Jupyter for a light one.
    private static func metadata(of bundle: [String: String]) -> JSON {
        .sorted(bundle["image/svg+xml"] == nil ? [:] : ["needs_background": .string("light")])
    }

    /// Text by its lines, pictures in one piece.
    private static func data(_ bundle: [String: String]) -> JSON {
        .sorted(
            Dictionary(
                uniqueKeysWithValues: bundle.map { type, value in
                    let isText = type.hasPrefix("text/") || type == "image/svg+xml"
                    return (type, isText ? JSON.lines(value) : .string(value))
                }))
    }
}
