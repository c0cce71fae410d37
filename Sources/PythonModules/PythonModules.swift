import PythonRuntime
import Tensors

/// The importable modules of a note.
package enum PythonModules {
    /// Registers the modules; each is made when it is first imported. `folder` is where a note's own `.py`
    /// files are found; `syntheticData` says whether data sets that are not there are made up.
    package static func install(
        in python: Interpreter, seed: SeedPolicy, folder: String, syntheticData: Bool = false
    ) {
        SyntheticData.of(python).isWanted = syntheticData
        let random = python.state(SessionRandom.self) { _ in SessionRandom(seed) }
        random.session.onUnseededDraw = { [unowned python] in python.noteVarying(.random) }
        python.errorTranslators.append(TensorFlowErrors.translate)
        TensorFlowModule.register(in: python)
        NumPyModule.register(in: python)
        MatplotlibModules.register(in: python)
        DisplayModule.register(in: python)
        ModelPictures.register(in: python)
        StandardModules.register(in: python, folder: folder)
        StoredKinds.register(in: python)
    }
}
