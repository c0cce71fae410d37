import Notebooks

extension BodyWriter {
    mutating func write(_ table: Block.Table) {
        html += "<div class=\"table\">"
        writeElement("table") { writer in
            writer.writeElement("thead") { $0.write(row: table.header, of: table, cell: "th") }
            guard !table.rows.isEmpty else { return }
            writer.writeElement("tbody") { writer in
                for row in table.rows { writer.write(row: row, of: table, cell: "td") }
            }
        }
        html += "</div>\n"
    }

    private mutating func write(row: [[Inline]], of table: Block.Table, cell: String) {
        writeElement("tr") { writer in
            for (column, text) in row.enumerated() {
                let alignment = column < table.alignments.count ? table.alignments[column] : .none
                let attribute =
                    alignment == .none ? "" : " style=\"text-align: \(alignment.rawValue)\""
                writer.writeElement(cell, attribute) { $0.write(text) }
            }
        }
    }
}
