/// What every module sees without an import: each family of types and functions in a file of its own.
enum Builtins {
    static func define(in python: Interpreter) {
        let module = ModuleObject("builtins", namespace: python.builtins, in: python)
        python.modules.add(module, as: "builtins")
        python.modules.add(python.main, as: "__main__")
        let builder = ModuleBuilder(module, in: python)
        for define in families { define(builder) }
    }

    /// The families; the fast paths of their functions come last.
    private static var families: [(ModuleBuilder) -> Void] {
        [
            defineObject, defineType, defineUnions, defineGenericAliases, defineTypeNames,
            defineInteger, defineBool, defineFloat, defineComplex,
            defineString, defineBytes, defineByteArray, defineMemoryView,
            defineUnicodeErrors,
            defineNumberFunctions, defineTextFunctions,
            defineList, defineTuple, defineRange, defineSlice,
            defineDictionary, defineDictionaryViews, defineMappingProxy, defineSets,
            defineIterators, defineIterationFunctions, defineReductions,
            definePrinting, defineAttributeFunctions, defineRunning,
            defineProperty, defineMethodWrappers,
            defineFunctionAttributes, defineCodeView, defineNativeCallables, defineGenerators,
            defineSmallObjects, defineExceptions, defineTracebacks,
            defineFastPaths,
        ]
    }
}
