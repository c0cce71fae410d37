import NeuralNetworks
import PythonRuntime

/// What of the modules can be stored with a note's state.
enum StoredKinds {
    static func register(in python: Interpreter) {
        let kinds = python.storableKinds
        kinds.add(ArrayObject.self)
        kinds.add(TensorObject.self)
        kinds.add(ScalarObject.self)
        kinds.add(VariableObject.self)
        kinds.add(ShapeObject.self)
        kinds.add(DTypeObject.self)
        kinds.add(TextDTypeObject.self)
        kinds.add(TapeObject.self)
        kinds.add(RandomStateObject.self)
        kinds.add(GeneratorObject.self)
        kinds.add(PythonRandomObject.self)
        kinds.add(PartialObject.self)
        kinds.add(CachedFunction.self)
        kinds.add(DequeObject.self)
        kinds.add(GetterObject.self)
        kinds.add(TupleItem.self)
        kinds.add(RegexObject.self)
        kinds.add(MatchObject.self)
        kinds.add(LayerObject.self)
        kinds.add(KerasTensorObject.self)
        kinds.add(InitializerObject.self)
        kinds.add(OptimizerObject.self)
        kinds.add(LossObject.self)
        kinds.add(MetricObject.self)
        kinds.add(RegularizerObject.self)
        kinds.add(ConstraintObject.self)
        kinds.add(ScheduleObject.self)
        kinds.add(TrainingObject.self)
        kinds.add(TracedFunction.self)
        kinds.addState("random", SessionRandom.of)
        kinds.addState("arrays", ArrayTypes.of)
        kinds.addState("formatter", ArrayFormatter.of)
        kinds.addState("floats", FloatErrors.of)
        kinds.addState("layers", LayerContext.of)
        kinds.addState("tracing", Tracing.of)
        kinds.addState("plots", PlotSession.of)
        kinds.addState("pictures", PictureSession.of)
        kinds.addState("files", NoteFolderAccess.of)
        kinds.addFixedStates(fixedStates)
        for name in TrainingModules.makers.keys.sorted() {
            kinds.addPart("keras.\(name)", isMade: { KerasModule.hasMade(name, in: $0) }) {
                _ = try KerasModule.of($0).subModule(name)
            }
        }
        for path in LateNames.paths {
            kinds.addPart("keras.\(path).more", isMade: { LateNames.hasMade(path, in: $0) }) {
                _ = try LateNames.source(path, in: $0)
            }
        }
        kinds.addPart("lists", isMade: ListWrapper.isMade) {
            _ = ListWrapper.value([], in: $0)
        }
    }

    /// Classes, modules and tables that are the same in every interpreter once they are made, and the session's
    /// way to show things.
    private static let fixedStates = [
        "Holder", "Types", "TensorFlowErrors", "DeviceType", "DatasetIterators", "DatasetTypes",
        "Table", "PlotTypes", "ColorMaps", "FileAccess", "ExpressionTypes", "Box", "TypeBox",
        "DisplayChannel", "LayerTypes", "Sources", "ContainerTypes", "SyntheticData", "NumPyTypes",
        "UsageErrorType", "Faces", "LateNames",
    ]
}
