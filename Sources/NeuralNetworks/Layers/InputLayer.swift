import Tensors

/// Where data enters a model.
package final class InputLayer: Layer {
    /// The shape with its batch.
    package let shape: PartialShape

    package init(shape: PartialShape, dtype: DType, name: String?, context: LayerContext) {
        self.shape = shape
        let own = name ?? "input_\(context.nextNumber("input"))"
        super.init("InputLayer", options: LayerOptions(name: own, dtype: dtype), context: context)
        batchInputShape = shape
        isBuilt = true
    }

    package override var memory: LayerMemory? {
        get { LayerMemory() }
        set {}
    }

    /// The symbol that stands for the data.
    package var symbol: Symbol {
        if let node = nodes.first { return Symbol(node: node, index: 0) }
        let result = LayerNode.Result(shape: shape, dtype: dtype)
        return Symbol(
            node: LayerNode(self, Call(.none), results: [result], nesting: .none), index: 0)
    }
}
