import Tensors

/// A layer that draws random numbers, and keeps nothing else from call to call.
package class SeededLayer: Layer {
    final var seeds: LayerSeeds

    init(
        _ className: String, seed: Int?, options: LayerOptions, context: LayerContext
    ) {
        seeds = LayerSeeds(seed)
        super.init(className, options: options, context: context)
        supportsMasking = true
    }

    package override final var memory: LayerMemory? {
        get {
            var memory = LayerMemory()
            memory.seeds = [seeds]
            return memory
        }
        set { seeds = newValue?.seeds.first ?? seeds }
    }
}
