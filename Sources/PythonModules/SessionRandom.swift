import PythonRuntime
import Tensors

/// The random states of one interpreter.
final class SessionRandom {
    let session: RandomSession

    init(_ policy: SeedPolicy) {
        switch policy {
        case .fixed(let seed): session = RandomSession(entropy: SessionEntropy(seed: seed))
        case .random: session = RandomSession(entropy: .system())
        }
    }

    static func of(_ python: Interpreter) -> SessionRandom {
        python.state(SessionRandom.self) { _ in SessionRandom(.fixed(SeedPolicy.usual)) }
    }
}
