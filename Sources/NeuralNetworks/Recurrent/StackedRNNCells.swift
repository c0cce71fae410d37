import Tensors

/// Cells that stand on each other: each step's output is the next cell's input.
package final class StackedRNNCells: Cell {
    package let cells: [Cell]

    package init(_ cells: [Cell], layer: LayerOptions, context: LayerContext) {
        self.cells = cells
        super.init("StackedRNNCells", options: layer, context: context)
        for cell in cells { keep(cell) }
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    package override var children: [Layer] { cells }
    package override var stateSizes: [Int] { cells.flatMap(\.stateSizes) }
    package override var stateNesting: StateNesting { .tuple(cells.map(\.stateNesting)) }
    package override var outputSize: Int { cells.last?.outputSize ?? 0 }
    package override var drops: Bool { cells.contains { $0.drops } }
    package override func skipMasks() { for cell in cells { cell.skipMasks() } }
    package override func forgetMasks() { for cell in cells { cell.forgetMasks() } }

    package override func copy() throws -> Cell? {
        let copies = try cells.compactMap { try $0.copy() }
        guard copies.count == cells.count else { return nil }
        return StackedRNNCells(
            copies, layer: LayerOptions(name: name, dtype: dtype), context: context)
    }

    package override func build(_ inputs: [PartialShape]) throws {
        var shape = inputs.first ?? [nil, nil]
        for cell in cells {
            try context.within(cell.name) { try cell.buildIfNeeded(.shape(shape)) }
            shape = shape.replacingInnermost(cell.outputSize)
        }
    }

    package override func initialStates(batch: Int) throws -> [Tensor] {
        try cells.flatMap { try $0.initialStates(batch: batch) }
    }

    package override func step(_ x: Tensor, _ states: [Tensor], isTraining: Bool) throws -> (
        output: Tensor, states: [Tensor]
    ) {
        var rest = states[...]
        var result: (output: Tensor, states: [Tensor]) = (x, [])
        for cell in cells {
            let own = Array(rest.prefix(cell.stateSizes.count))
            rest = rest.dropFirst(own.count)
            let new = try cell.step(result.output, own, isTraining: isTraining)
            result = (new.output, result.states + new.states)
        }
        return result
    }
}
