import Diagnostics
import PythonSyntax

/// What a stretch of a transcript is to Python's parser.
enum PythonReading {
    case statements([Statement])
    /// More lines may make it Python: an open bracket, an open string, a header without a body.
    case unfinished
    /// No Python; the line of the mistake, from 0.
    case other(line: Int)

    /// `isIndented` for the body of a statement whose header stands above.
    init(_ text: String, isIndented: Bool = false) {
        let header = isIndented ? "if True:\n" : ""
        let source = SourceText(name: "", text: header + PythonReading.withoutMagics(text))
        do throws(SyntaxFault) {
            let body = try Parser.parse(source).body
            if isIndented, case .if(_, let then, _)? = body.first?.kind {
                self = .statements(then + body.dropFirst())
            } else {
                self = .statements(body)
            }
        } catch {
            let isOpen = [
                "was never closed", "unterminated triple-quoted", "expected an indented block",
            ]
            .contains { error.message.contains($0) }
            let line = source.lineIndex(of: error.span.start) - (isIndented ? 1 : 0)
            self = isOpen ? .unfinished : .other(line: line)
        }
    }

    /// Whether a text reads as Python that does something, and not as printed values or words.
    static func isCode(_ text: String) -> Bool {
        guard case .statements(let statements) = PythonReading(text) else { return false }
        return !statements.isEmpty && !statements.areValues(known: [])
            && !statements.areWords(known: [])
    }

    /// IPython's `%magic` and `!shell` lines stand where a statement can.
    private static func withoutMagics(_ text: String) -> String {
        guard text.contains("%") || text.contains("!") else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            let start = line.drop { $0 == " " || $0 == "\t" }
            guard start.first == "%" || start.first == "!" else { return String(line) }
            return line[..<start.startIndex] + "pass"
        }.joined(separator: "\n")
    }
}

/// Questions to statements.
extension [Statement] {
    /// Whether running them can print or display something by an expression of its own.
    var show: Bool {
        contains { statement in
            switch statement.kind {
            case .expression: true
            case .if(_, let then, let otherwise): then.show || otherwise.show
            case .while(_, let body, let otherwise), .for(_, _, let body, let otherwise):
                body.show || otherwise.show
            case .with(_, let body): body.show
            case .try(let attempt): attempt.body.show || attempt.finally.show
            default: false
            }
        }
    }

    /// Whether they are nothing but values as Python prints them: numbers, strings, lists and
    /// tuples of them, `TensorShape([4, 64])`. `known` are the names that the code mentions.
    func areValues(known: Set<String>) -> Bool {
        !isEmpty
            && allSatisfy {
                if case .expression(let value) = $0.kind { return value.isValue(known: known) }
                return false
            }
    }

    /// Whether they are nothing but names that the code never mentions: words.
    func areWords(known: Set<String>) -> Bool {
        !isEmpty
            && allSatisfy {
                if case .expression(let value) = $0.kind, case .name(let name) = value.kind {
                    return !known.contains(name)
                }
                return false
            }
    }
}

extension Expression {
    fileprivate func isValue(known: Set<String>) -> Bool {
        switch kind {
        case .none, .ellipsis, .bool, .integer, .float, .imaginary, .string, .bytes: true
        case .tuple(let items), .list(let items), .set(let items):
            items.allSatisfy { $0.isValue(known: known) }
        case .dictionary(let entries):
            entries.allSatisfy {
                guard case .pair(let key, let value) = $0 else { return false }
                return key.isValue(known: known) && value.isValue(known: known)
            }
        case .unary(.minus, let number), .unary(.plus, let number): number.isValue(known: known)
        case .binary(let real, .add, let imaginary), .binary(let real, .subtract, let imaginary):
            real.isValue(known: known) && imaginary.isImaginary
        case .name(let name): printedNames.contains(name)
        case .attribute(_, let name, _): printedNames.contains(name)
        case .call(let function, let arguments):
            function.isConstructor(known: known)
                && arguments.allSatisfy { $0.isValue(known: known) }
        // Two values beside each other: `(4, 64) [1, 2]`.
        case .item(let first, let second):
            first.isValue(known: known) && second.isValue(known: known)
        default: false
        }
    }

    private var isImaginary: Bool {
        if case .imaginary = kind { return true }
        return false
    }

    /// Whether a call of it is how a value prints: `array`, or a class that the code never
    /// mentions.
    private func isConstructor(known: Set<String>) -> Bool {
        switch kind {
        case .name(let name):
            printedConstructors.contains(name)
                || name.first?.isUppercase ?? false && !known.contains(name)
        case .attribute(_, let name, _): printedClasses.contains(name)
        // Two values beside each other: `(4, 64) (4, 64)`.
        case .tuple, .list: isValue(known: known)
        default: false
        }
    }
}

extension Argument {
    fileprivate func isValue(known: Set<String>) -> Bool {
        switch self {
        case .positional(let value), .keyword(_, _, let value): value.isValue(known: known)
        case .unpacked, .unpackedMapping: false
        }
    }
}

/// Names that stand for themselves in printed values.
private let printedNames: Set<String> = [
    "nan", "inf", "float16", "float32", "float64", "bfloat16", "int8", "int16", "int32", "int64",
    "uint8", "uint16", "uint32", "uint64", "bool", "string", "object", "complex64", "complex128",
]

/// Functions that stand in printed values.
private let printedConstructors: Set<String> = [
    "array", "dtype", "tensor", "range", "slice", "deque", "defaultdict", "frozenset", "set",
    "bytearray", "dict_keys", "dict_values", "dict_items", "mappingproxy",
]

/// Classes that print with their module.
private let printedClasses: Set<String> = [
    "Tensor", "Size", "TensorShape", "datetime", "timedelta", "Timestamp", "Parameter",
]

/// The words of Python code.
enum PythonNames {
    /// The identifiers in a text, those in comments and strings left out.
    static func mentioned(in code: String) -> Set<String> {
        var names: Set<String> = []
        for line in code.split(separator: "\n") { collect(line.unicodeScalars[...], &names) }
        return names
    }

    private static func collect(
        _ line: Substring.UnicodeScalarView.SubSequence, _ names: inout Set<String>
    ) {
        var rest = line
        while let first = rest.first {
            if first == "#" { return }
            if first == "\"" || first == "'" {
                rest.removeFirst()
                rest = rest.drop { $0 != first }.dropFirst()
            } else if first.properties.isXIDStart || first == "_" {
                let name = rest.prefix { $0.properties.isXIDContinue }
                names.insert(String(name))
                rest = rest[name.endIndex...]
            } else {
                rest.removeFirst()
            }
        }
    }
}
