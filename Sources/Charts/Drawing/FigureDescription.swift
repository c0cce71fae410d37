/// A figure in words, for those who do not see it.
struct FigureDescription {
    let title: String
    let text: String

    /// More than that nobody listens to.
    private static let limit = 600

    init(_ figure: Figure) {
        let shown = figure.axes.filter { $0.isVisible && $0.colorBar == nil }
        let titles = [figure.title] + shown.map(\.title)
        let words = titles.compactMap { $0 }.map { Self.plain($0.text) }.filter { !$0.isEmpty }
        title = words.isEmpty ? "Figure" : words.joined(separator: " · ")
        let all = shown.map(Self.words).filter { !$0.isEmpty }.joined(separator: ". ")
        text = all.count > Self.limit ? all.prefix(Self.limit) + "…" : all
    }

    private static func words(_ axes: Axes) -> String {
        var parts: [String] = []
        if let title = axes.title, !title.text.isEmpty { parts.append(plain(title.text)) }
        for (name, axis) in [("x", axes.x), ("y", axes.y)] {
            if let label = axis.label, !label.text.isEmpty {
                parts.append("\(name): \(plain(label.text))")
            }
        }
        let names = axes.marks.compactMap { mark in
            mark.isNamed ? mark.label.map { "\(Self.kind(of: mark)) \(plain($0))" } : nil
        }
        let kinds = names.isEmpty ? counts(axes.marks) : names
        return (parts + kinds).joined(separator: ", ")
    }

    private static func counts(_ marks: [Mark]) -> [String] {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for mark in marks where mark.isVisible {
            let kind = kind(of: mark)
            if counts[kind] == nil { order.append(kind) }
            counts[kind, default: 0] += 1
        }
        return order.map { kind in
            let count = counts[kind] ?? 1
            return count == 1 ? kind : "\(count) × \(kind)"
        }
    }

    private static func kind(of mark: Mark) -> String {
        switch mark.shape {
        case .line: "line"
        case .points: "points"
        case .bars: "bars"
        case .area: "area"
        case .segments: "lines"
        case .picture: "image"
        case .text: "text"
        case .errorBars: "error bars"
        }
    }

    private static func plain(_ text: String) -> String {
        text.split(separator: "\n").map { RichText($0).plain }.joined(separator: " ")
    }
}
