import Diagnostics
import PythonSyntax

/// `try` and `with`.
extension Lowering {
    func tryStatement(_ statement: TryStatement) throws {
        if statement.finally.isEmpty {
            try tryExcept(statement)
        } else {
            try tryFinally(statement)
        }
    }

    // MARK: Handlers

    private func tryExcept(_ statement: TryStatement) throws {
        if statement.isGroup { return try tryGroups(statement) }
        let before = assigned
        let start = position
        try statements(statement.body)
        let end = position
        try statements(statement.otherwise)
        var exits = [jump()]
        let afterBody = assigned
        var reached = [afterBody]
        try scratch {
            // The exception, and what was being handled before it.
            let exception = temporaries(2)
            addHandler(start, end, position, exception)
            emit(.pushHandling, exception)
            let handlerStart = position
            for handler in statement.handlers {
                assigned = before
                try self.handler(handler, exception, &exits)
                if !handler.body.endsElsewhere { reached.append(assigned) }
            }
            emit(.raiseAgain, exception)
            failure(from: handlerStart, exception)
        }
        assigned = reached.reduce(afterBody) { $0.intersection($1) }
        land(exits)
    }

    private func handler(
        _ handler: TryStatement.Handler, _ exception: Register, _ exits: inout [Int]
    ) throws {
        try at(handler.span) {
            var skip: Int?
            if let type = handler.type {
                try scratch {
                    let matches = temporary()
                    let type = try operand(type)
                    emit(.matchException, matches, exception, type)
                    skip = jump(.jumpIfFalse, matches)
                }
            }
            let start = position
            if let name = handler.name { store(name, from: exception) }
            blocks.append(.handler(register: exception, name: handler.name))
            try statements(handler.body)
            blocks.removeLast()
            let end = position
            emit(.popHandling, exception)
            if let name = handler.name {
                unbind(name)
                let over = jump()
                cleanup(start, end, name)
                land(over)
            }
            exits.append(jump())
            skip.map { land($0) }
        }
    }

    /// A failing handler unbinds its name too.
    private func cleanup(_ start: Int, _ end: Int, _ name: String) {
        scratch {
            let exception = temporary()
            addHandler(start, end, position, exception)
            unbind(name)
            emit(.raiseAgain, exception)
        }
    }

    func unbind(_ name: String) {
        scratch {
            let none = temporary()
            emit(.loadNone, none)
            store(name, from: none)
        }
        delete(name)
    }

    /// An exception in a handler restores what was handled before the handler's own.
    func failure(from start: Int, _ exception: Register) {
        scratch {
            let new = temporary()
            addHandler(start, position, position, new)
            emit(.popHandling, exception)
            emit(.raiseAgain, new)
        }
    }

    /// Covers a block's code, but not what leaves it, by a handler.
    func addHandler(_ start: Int, _ end: Int, _ handler: Int, _ register: Register) {
        let left = holes.filter { depth, hole in
            depth <= blocks.count && hole.lowerBound >= start && hole.upperBound <= end
        }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        var from = start
        for hole in left + [end..<end] {
            if from < hole.lowerBound {
                parts.handlers.append(
                    HandlerRange(
                        start: from, end: hole.lowerBound, handler: handler, register: register))
            }
            from = max(from, hole.upperBound)
        }
    }

    // MARK: Finally

    private func tryFinally(_ statement: TryStatement) throws {
        var inner = statement
        inner.finally = []
        let before = assigned
        let start = position
        blocks.append(.finally(statement.finally))
        if inner.handlers.isEmpty {
            try statements(inner.body)
        } else {
            try tryExcept(inner)
        }
        blocks.removeLast()
        let end = position
        let afterBody = assigned
        try statements(statement.finally)
        let exit = jump()
        let afterFinally = assigned
        assigned = before
        try scratch {
            let exception = temporaries(2)
            addHandler(start, end, position, exception)
            emit(.pushHandling, exception)
            let handlerStart = position
            blocks.append(.handler(register: exception, name: nil))
            try statements(statement.finally)
            blocks.removeLast()
            emit(.raiseAgain, exception)
            failure(from: handlerStart, exception)
        }
        assigned = afterBody.union(afterFinally)
        land(exit)
    }

    // MARK: With

    func with(_ items: ArraySlice<WithItem>, _ body: [Statement]) throws {
        guard let item = items.first else { return try statements(body) }
        try scratch {
            // The bound `__exit__`, then what `__enter__` gave.
            let exit = temporaries(2)
            try scratch {
                let context = try operand(item.context)
                emit(.enterContext, exit, context)
            }
            let before = assigned
            let start = position
            blocks.append(.context(register: exit, item.context.span))
            if let target = item.target {
                try assign(target, from: exit + 1, observedAt: target.span)
            }
            try with(items.dropFirst(), body)
            blocks.removeLast()
            let end = position
            emit(.exitContext, exit)
            let over = jump()
            let after = assigned
            assigned = before
            scratch {
                let exception = temporaries(2)
                addHandler(start, end, position, exception)
                emit(.pushHandling, exception)
                let handlerStart = position
                let swallowed = temporary()
                at(item.context.span) { _ = emit(.exitContextFailing, swallowed, exit, exception) }
                let reraise = jump(.jumpIfFalse, swallowed)
                emit(.popHandling, exception)
                let done = jump()
                land(reraise)
                emit(.raiseAgain, exception)
                failure(from: handlerStart, exception)
                land(done)
            }
            assigned = after.intersection(before)
            land(over)
        }
    }
}
