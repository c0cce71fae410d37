import CMarkGFM
import Foundation

/// Parses GitHub's Markdown with cmark-gfm. No other file meets a C pointer.
enum MarkdownParser {
    /// Emphasis and links that nest deeper are taken for their text; it keeps every walk through
    /// the tree clear of the stack's end.
    static let maximumInlineDepth = 100

    /// The tree of a document's text, which must be UTF-8.
    static func parse(_ text: [UInt8]) -> MarkdownNode {
        let document = lock.withLock { parsed(text) }
        defer { cmark_node_free(document) }
        var blocks: [MarkdownNode] = []
        // Each block is freed at once: a long note would be held twice.
        while let block = cmark_node_first_child(document) {
            copy(block, depth: 0, to: &blocks)
            cmark_node_free(block)
        }
        return MarkdownNode(kind: .document, line: 1, children: blocks)
    }

    private static func parsed(_ text: [UInt8]) -> NodePointer? {
        _ = registration
        let parser = cmark_parser_new(options)
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        text.withUnsafeBytes { bytes in
            cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        return cmark_parser_finish(parser)
    }

    // cmark-gfm keeps the special characters of attached extensions in a table of the library while
    // it parses, so that two threads must not parse at once.
    private static let lock = NSLock()
    private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()
    private static let options = CMARK_OPT_FOOTNOTES

    private typealias NodePointer = OpaquePointer

    /// Copies the children of a node; `depth` counts the inline nodes above them.
    private static func children(of parent: NodePointer?, depth: Int) -> [MarkdownNode] {
        var nodes: [MarkdownNode] = []
        var next = cmark_node_first_child(parent)
        while let node = next {
            if depth < maximumInlineDepth {
                copy(node, depth: depth, to: &nodes)
            } else {
                nodes += leaves(of: node)
            }
            next = cmark_node_next(node)
        }
        return nodes
    }

    /// Adds a copy of a node, or of its children where the note's model has no such node.
    private static func copy(_ node: NodePointer, depth: Int, to nodes: inout [MarkdownNode]) {
        let type = cmark_node_get_type(node)
        let isInline = type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == inlineType
        let below = children(of: node, depth: isInline ? depth + 1 : 0)
        guard let kind = kind(of: node, type) else {
            nodes += below
            return
        }
        let line = isInline ? 0 : Int(cmark_node_get_start_line(node))
        nodes.append(MarkdownNode(kind: kind, line: line, children: below))
    }

    /// The nodes without children below a node, which may nest as deep as it likes.
    private static func leaves(of root: NodePointer) -> [MarkdownNode] {
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        var nodes: [MarkdownNode] = []
        while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
                cmark_node_first_child(node) == nil,
                let kind = kind(of: node, cmark_node_get_type(node))
            else { continue }
            nodes.append(MarkdownNode(kind: kind, line: 0))
        }
        return nodes
    }

    private static let inlineType = CMARK_NODE_TEXT.rawValue & UInt32(CMARK_NODE_TYPE_MASK)

    private static func kind(of node: NodePointer, _ type: cmark_node_type) -> MarkdownNode.Kind? {
        switch type {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: list(node)
        case CMARK_NODE_ITEM: .item(isDone: taskState(of: node))
        case CMARK_NODE_CODE_BLOCK:
            .code(
                info: string(cmark_node_get_fence_info(node)),
                text: string(cmark_node_get_literal(node)),
                isFenced: isFenced(node))
        case CMARK_NODE_HTML_BLOCK: .html(string(cmark_node_get_literal(node)))
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
        case CMARK_NODE_TEXT: .text(string(cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .inlineCode(string(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_INLINE: .inlineHTML(string(cmark_node_get_literal(node)))
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK:
            .link(
                destination: string(cmark_node_get_url(node)),
                title: string(cmark_node_get_title(node)))
        case CMARK_NODE_IMAGE:
            .image(
                source: string(cmark_node_get_url(node)),
                title: string(cmark_node_get_title(node)))
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            .footnoteReference(number: Int(string(cmark_node_get_literal(node))) ?? 0)
        default: extensionKind(of: node)
        }
    }

    /// The kinds that extensions add have no constants, only names.
    private static func extensionKind(of node: NodePointer) -> MarkdownNode.Kind? {
        switch string(cmark_node_get_type_string(node)) {
        case "table": .table(alignments(of: node))
        case "table_header": .tableRow(isHeader: true)
        case "table_row": .tableRow(isHeader: false)
        case "table_cell": .tableCell
        case "strikethrough": .strikethrough
        default: nil
        }
    }

    private static func list(_ node: NodePointer) -> MarkdownNode.Kind {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        return .list(
            start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
            isTight: cmark_node_get_list_tight(node) != 0)
    }

    private static func taskState(of node: NodePointer) -> Bool? {
        guard string(cmark_node_get_type_string(node)) == "tasklist" else { return nil }
        return cmark_gfm_extensions_get_tasklist_item_checked(node)
    }

    private static func isFenced(_ node: NodePointer) -> Bool {
        var length: CInt = 0
        var offset: CInt = 0
        var mark: CChar = 0
        return cmark_node_get_fenced(node, &length, &offset, &mark) != 0
    }

    private static func alignments(of node: NodePointer) -> [Block.Table.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return UnsafeBufferPointer(start: letters, count: count).map { letter in
            switch letter {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
