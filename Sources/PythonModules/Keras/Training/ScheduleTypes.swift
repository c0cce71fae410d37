import NeuralNetworks
import PythonRuntime
import Tensors

/// A learning rate schedule as Python holds it.
package final class ScheduleObject: ConfiguredObject {
    /// nil in a class written in Python that computes the rate itself.
    var schedule: (any LearningRateSchedule)?
}

/// `keras.optimizers.schedules`.
enum ScheduleTypes {
    static func module(in python: Interpreter) -> ModuleObject {
        let name = "keras.api._v2.keras.optimizers.schedules"
        let m = ModuleBuilder(name, pythonWording: true, in: python)
        let path = "optimizers.schedules.learning_rate_schedule"
        let classes = KerasClasses(python: python, module: m.module)
        let base = classes.make("LearningRateSchedule", from: path, define)
        for one in all {
            classes.make(one.name, from: path, base: base) { t in
                t.initializer(
                    "__init__(self, \(one.parameters), name=None)",
                    make: { ScheduleObject(type: $0) }
                ) { python, value, values in
                    guard let object = value.object as? ScheduleObject else { return }
                    object.schedule = try one.make(python, values)
                    object.configuration = Array(zip(one.configurationNames, values)).map {
                        (name: $0.0, value: $0.1)
                    }
                    object.configuration.insert(
                        ("name", values.last ?? .none), at: one.configurationNames.count - one.tail)
                }
            }
        }
        return m.module
    }

    private static func define(_ t: TypeBuilder) {
        t.variadic(.new) { _, own, _ -> Value in
            guard let own = own.object as? TypeObject else { return .none }
            return .object(ScheduleObject(type: own))
        }
        t.variadic(.`init`) { _, _, _ -> Value in .none }
        t.variadic(.call) { python, value, arguments -> Value in
            guard let step = arguments.positional.first ?? arguments.keywords.first?.value,
                let schedule = (value.object as? ScheduleObject)?.schedule
            else {
                throw python.error(
                    "NotImplementedError",
                    "Learning rate schedule '\(python.type(of: value).name)' must override `__call__(self, step)`."
                )
            }
            let isCompiled = LayerContext.of(python).isCompiled
            return try schedule.rate(at: TensorType.tensor(step, python), inGraph: isCompiled)
                .object(in: python)
        }
        t.def("get_config(self)") { (python: Interpreter, value: Value) -> Value in
            python.dictionary((value.object as? ScheduleObject)?.configuration ?? [])
        }
        t.classMethod(
            "from_config(cls, config)", .two { try $0.instance(of: $1, from: $2) })
    }

    /// A schedule class: its parameters, what its configuration lists, and how it is made.
    private struct Kind {
        let name: String
        let parameters: String
        /// How many entries of the configuration come after the name.
        var tail = 0
        let make: (Interpreter, [Value]) throws -> any LearningRateSchedule

        var configurationNames: [String] {
            parameters.split(separator: ",").map {
                String($0.prefix { $0 != "=" }.filter { $0 != " " })
            }
        }
    }

    private static var all: [Kind] {
        [
            Kind(
                name: "ExponentialDecay",
                parameters: "initial_learning_rate, decay_steps, decay_rate, staircase=False"
            ) { python, v in
                ExponentialDecay(
                    initial: try python.double(v[0]), steps: try python.double(v[1]),
                    decay: try python.double(v[2]), isStaircase: try python.isTrue(v[3]))
            },
            Kind(
                name: "InverseTimeDecay",
                parameters: "initial_learning_rate, decay_steps, decay_rate, staircase=False"
            ) { python, v in
                InverseTimeDecay(
                    initial: try python.double(v[0]), steps: try python.double(v[1]),
                    decay: try python.double(v[2]), isStaircase: try python.isTrue(v[3]))
            },
            Kind(name: "PiecewiseConstantDecay", parameters: "boundaries, values") { python, v in
                try PiecewiseConstantDecay(
                    boundaries: [Double].from(v[0], in: python),
                    values: [Double].from(v[1], in: python))
            },
            Kind(
                name: "PolynomialDecay",
                parameters:
                    "initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False"
            ) { python, v in
                PolynomialDecay(
                    initial: try python.double(v[0]), steps: try python.double(v[1]),
                    end: try python.double(v[2]), power: try python.double(v[3]),
                    isCycle: try python.isTrue(v[4]))
            },
            cosine,
            Kind(
                name: "CosineDecayRestarts",
                parameters:
                    "initial_learning_rate, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0"
            ) { python, v in
                CosineDecayRestarts(
                    initial: try python.double(v[0]), firstSteps: try python.double(v[1]),
                    lengthFactor: try python.double(v[2]), heightFactor: try python.double(v[3]),
                    alpha: try python.double(v[4]))
            },
        ]
    }

    private static var cosine: Kind {
        Kind(
            name: "CosineDecay",
            parameters:
                "initial_learning_rate, decay_steps, alpha=0.0, warmup_target=None, warmup_steps=0",
            tail: 2
        ) { python, v in
            CosineDecay(
                initial: try python.double(v[0]), steps: try python.double(v[1]),
                alpha: try python.double(v[2]), warmupTarget: try python.optionalDouble(v[3]),
                warmupSteps: try python.double(v[4]))
        }
    }
}

/// A schedule that Python computes: a class written there, or a function without arguments.
struct PythonSchedule: LearningRateSchedule {
    let value: Value
    let takesStep: Bool
    let python: Interpreter

    func rate(at step: Tensor, inGraph _: Bool) throws -> Tensor {
        let arguments = takesStep ? [step.object(in: python)] : []
        return try TensorType.tensor(python.call(value, arguments), python).cast(to: .float32)
    }
}
