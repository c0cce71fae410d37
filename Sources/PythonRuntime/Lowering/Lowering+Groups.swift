import Diagnostics
import PythonSyntax

/// `try` with `except*`.
extension Lowering {
    /// Every handler takes its part of the exception; what is left, and what the handlers raised, goes on.
    func tryGroups(_ statement: TryStatement) throws {
        let before = assigned
        let start = position
        try statements(statement.body)
        let end = position
        try statements(statement.otherwise)
        let exit = jump()
        let after = assigned
        try scratch {
            let exception = temporaries(2)
            addHandler(start, end, position, exception)
            emit(.pushHandling, exception)
            let handlerStart = position
            // What no handler has taken yet, and the list of what handlers raised.
            let (rest, raised) = (temporary(), temporary())
            emit(.move, rest, exception)
            emit(.buildList, raised, raised, 0)
            for handler in statement.handlers {
                assigned = before
                try groupHandler(handler, rest, raised)
            }
            let left = call(unit.python.groupRemainder, exception, rest, raised)
            let swallowed = jump(.jumpIfFalse, left)
            emit(.raiseAgain, left)
            failure(from: handlerStart, exception)
            land(swallowed)
            emit(.popHandling, exception)
        }
        assigned = after.intersection(before)
        land(exit)
    }

    private func groupHandler(
        _ handler: TryStatement.Handler, _ rest: Register, _ raised: Register
    ) throws {
        guard let type = handler.type else { return }
        try at(handler.span) {
            try scratch {
                // The handler's part, and what was being handled before it.
                let taken = temporaries(2)
                try scratch {
                    let parts = temporaries(2)
                    let result = call(unit.python.groupSplitter, rest, try operand(type))
                    emit(.unpack, parts, result, 2)
                    emit(.move, taken, parts)
                    emit(.move, rest, parts + 1)
                }
                let skip = jump(.jumpIfFalse, taken)
                emit(.pushHandling, taken)
                let start = position
                if let name = handler.name { store(name, from: taken) }
                blocks.append(.handler(register: taken, name: handler.name))
                try statements(handler.body)
                blocks.removeLast()
                let end = position
                emit(.popHandling, taken)
                handler.name.map { unbind($0) }
                let over = jump()
                // What a handler raises waits until all have run.
                scratch {
                    let failed = temporary()
                    addHandler(start, end, position, failed)
                    emit(.popHandling, taken)
                    emit(.listAppend, raised, failed)
                    handler.name.map { unbind($0) }
                }
                land(over)
                land(skip)
            }
        }
    }

    /// Calls a function of the interpreter; gives the register of the result.
    private func call(_ function: NativeFunction, _ arguments: Register...) -> Register {
        let callee = temporaries(1 + arguments.count)
        emit(.loadConstant, callee, wide: constant(.object(function)))
        for (offset, argument) in arguments.enumerated() {
            emit(.move, callee + 1 + offset, argument)
        }
        emit(.call, callee, arguments.count)
        return callee
    }
}
