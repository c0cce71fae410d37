import Diagnostics
import PythonSyntax

/// `match`.
extension Lowering {
    func match(_ subject: Expression, _ cases: [MatchCase]) throws {
        try scratch {
            let value = temporary()
            try expression(subject, into: value)
            let before = assigned
            var exits: [Int] = []
            for entry in cases {
                assigned = before
                var failures: [Int] = []
                try scratch { try pattern(entry.pattern, value, &failures) }
                if let test = entry.guardExpression {
                    failures += try branch(test, jumpingIf: false)
                }
                try statements(entry.body)
                exits.append(jump())
                land(failures)
            }
            assigned = before
            land(exits)
        }
    }

    /// Tests a pattern and binds its names; jumps in `failures` are taken where it does not fit.
    private func pattern(_ pattern: Pattern, _ subject: Register, _ failures: inout [Int]) throws {
        try at(pattern.span) {
            switch pattern.kind {
            case .value(let expression):
                let value = try operand(expression)
                emit(.equalJump, 0, subject, value)
                failures.append(jump())
            case .singleton(let expression):
                let value = try operand(expression)
                emit(.isJump, 0, subject, value)
                failures.append(jump())
            case .capture(let name), .star(let name):
                if let name { store(name, from: subject) }
            case .as(let inner, let name):
                try self.pattern(inner, subject, &failures)
                store(name, from: subject)
            case .or(let alternatives): try orPattern(alternatives, subject, &failures)
            case .sequence(let items): try sequencePattern(items, subject, &failures)
            case .mapping(let keys, let patterns, let rest):
                try mappingPattern(keys, patterns, rest, subject, &failures)
            case .class(let type, let positional, let keywords):
                try classPattern(type, positional, keywords, subject, &failures)
            }
        }
    }

    private func orPattern(
        _ alternatives: [Pattern], _ subject: Register, _ failures: inout [Int]
    ) throws {
        var fits: [Int] = []
        for (index, alternative) in alternatives.enumerated() {
            var misses: [Int] = []
            try pattern(alternative, subject, &misses)
            if index < alternatives.count - 1 {
                fits.append(jump())
                land(misses)
            } else {
                failures += misses
            }
        }
        land(fits)
    }

    private func test(
        _ operation: Operation, _ subject: Register, _ c: Int, _ failures: inout [Int]
    ) {
        let result = temporary()
        emit(operation, result, subject, c)
        failures.append(jump(.jumpIfFalse, result))
    }

    private func sequencePattern(
        _ items: [Pattern], _ subject: Register, _ failures: inout [Int]
    ) throws {
        test(.matchSequence, subject, 0, &failures)
        let star = items.firstIndex { if case .star = $0.kind { true } else { false } }
        test(
            star == nil ? .lengthIs : .lengthAtLeast, subject, items.count - (star == nil ? 0 : 1),
            &failures)
        guard !items.isEmpty else { return }
        let first = temporaries(items.count)
        if let star {
            emit(.unpackStarred, first, subject, star | (items.count - star - 1) << 8)
        } else {
            emit(.unpack, first, subject, items.count)
        }
        for (offset, item) in items.enumerated() { try pattern(item, first + offset, &failures) }
    }

    private func mappingPattern(
        _ keys: [Expression], _ patterns: [Pattern], _ rest: String?, _ subject: Register,
        _ failures: inout [Int]
    ) throws {
        test(.matchMapping, subject, 0, &failures)
        let keyTuple = temporary()
        try display(keys, .buildTuple, into: keyTuple)
        // The values of the keys as a tuple, or None where one is missing.
        let values = temporary()
        emit(.matchKeys, values, subject, keyTuple)
        let none = temporary()
        emit(.loadNone, none)
        emit(.isJump, 1, values, none)
        failures.append(jump())
        let first = temporaries(max(patterns.count, 1))
        emit(.unpack, first, values, patterns.count)
        for (offset, inner) in patterns.enumerated() {
            try pattern(inner, first + offset, &failures)
        }
        if let rest {
            let remaining = temporary()
            emit(.mappingRest, remaining, subject, keyTuple)
            store(rest, from: remaining)
        }
    }

    private func classPattern(
        _ type: Expression, _ positional: [Pattern], _ keywords: [(name: String, pattern: Pattern)],
        _ subject: Register, _ failures: inout [Int]
    ) throws {
        // The class, the number of positional patterns and the names of the keyword ones.
        let first = temporaries(3)
        try expression(type, into: first)
        emit(.loadInt, first + 1, wide: positional.count)
        let names = keywords.map { Expression(.string($0.name), type.span) }
        try display(names, .buildTuple, into: first + 2)
        let values = temporary()
        emit(.matchClass, values, subject, first)
        let none = temporary()
        emit(.loadNone, none)
        emit(.isJump, 1, values, none)
        failures.append(jump())
        let patterns = positional + keywords.map(\.pattern)
        let items = temporaries(max(patterns.count, 1))
        emit(.unpack, items, values, patterns.count)
        for (offset, inner) in patterns.enumerated() {
            try pattern(inner, items + offset, &failures)
        }
    }
}
