import PythonRuntime
import Tensors

/// The module `numpy.random`.
enum NumPyRandomModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("numpy.random", pythonWording: true, in: python)
        RandomStateType.define(in: python)
        GeneratorType.define(in: python)
        let types = NumPyTypes.of(python)
        try m.set("RandomState", types.randomState)
        try m.set("Generator", types.generator)
        // The functions are methods of one state that the program shares.
        let session = SessionRandom.of(python).session
        let shared = Value.object(RandomStateObject(sharing: session, in: python))
        for name in types.randomState.ownNames {
            guard let method = types.randomState.ownAttribute(name), method.object is NativeFunction
            else { continue }
            m.module.namespace[name] = .object(
                BoundMethodObject(method, receiver: shared, in: python))
        }
        NumPyDefinitions(m).def(
            "default_rng(seed=None)\n\nA generator of random numbers with a state of its own."
        ) { (python: Interpreter, seed: Value) -> Value in
            try GeneratorType.generator(seed, in: python)
        }
        m.module.makeAttribute = { [unowned python] name in
            guard name == "PCG64" else { return nil }
            return try python.modules.find("numpy._more", in: python)?.namespace[name]
        }
        return m.module
    }
}
