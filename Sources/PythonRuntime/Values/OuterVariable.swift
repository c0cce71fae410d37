/// A variable outside of a function that its code names: a global one, or one of a function around it.
package struct OuterVariable {
    /// What it is bound to now.
    package let value: Value
    private let bind: (Value) -> Void

    /// Binds it to what it was bound to when it was looked at.
    package func restore() { bind(value) }

    fileprivate init?(_ cell: GlobalCell) {
        guard !cell.slot.isUndefined else { return nil }
        value = cell.slot.value
        bind = { cell.set(Slot(counting: $0)) }
    }

    fileprivate init?(_ cell: CellObject) {
        guard !cell.slot.isUndefined else { return nil }
        value = cell.slot.value
        bind = { new in
            let old = cell.slot
            cell.slot = Slot(counting: new)
            old.release()
        }
    }
}

extension FunctionObject {
    /// The bound variables outside of the function that its code names.
    package var outerVariables: [OuterVariable] {
        code.globals.compactMap { OuterVariable($0.cell) } + closure.compactMap(OuterVariable.init)
    }
}
