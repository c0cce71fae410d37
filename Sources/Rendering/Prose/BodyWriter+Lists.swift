import Notebooks

extension BodyWriter {
    mutating func write(_ list: Block.List) {
        let name = list.start == nil ? "ul" : "ol"
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let isTaskList = list.items.contains { $0.isDone != nil }
        let classes = [list.isTight ? "tight" : nil, isTaskList ? "tasks" : nil].compactMap { $0 }
        let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
        writeElement(name, start + attribute) { writer in
            for item in list.items { writer.write(item, isTight: list.isTight) }
        }
    }

    private mutating func write(_ item: Block.ListItem, isTight: Bool) {
        let section = isInOutput ? nil : item.blocks.first.flatMap { outline[line: $0.line] }
        let isHeading =
            item.blocks.first.map { if case .heading = $0.kind { true } else { false } } ?? false
        let anchor = isHeading ? nil : section?.anchor
        let attributes = anchor.map { " id=\"\($0.escapedHTML)\" class=\"section\"" } ?? ""
        writeElement("li", attributes) { writer in
            if let isDone = item.isDone {
                writer.html += "<input type=\"checkbox\" disabled\(isDone ? " checked" : "")> "
            }
            for block in item.blocks {
                if isTight, case .paragraph(let text) = block.kind {
                    writer.stand(at: block.line)
                    writer.write(text)
                    writer.html += "\n"
                } else {
                    writer.write(block)
                }
            }
        }
    }
}
