import NeuralNetworks
import PythonRuntime

/// A class of `keras.optimizers`: its own parameters and how it is made of them.
struct OptimizerKind {
    let name: String
    let parameters: String
    var weightDecay = "None"
    var overwriteFrequency = "None"
    var hasLegacyClass = true
    let make: (Interpreter, LearningRate, [Value], OptimizerOptions) throws -> Optimizer

    /// The names of its own parameters, the learning rate first.
    var names: [String] {
        parameters.split(separator: ",").map {
            String($0.prefix { $0 != "=" }.filter { $0 != " " })
        }
    }

    /// The classes that Keras does not know by their names alone.
    static let nameless: Set = ["AdamW", "Lion"]

    /// Where the class of old is from.
    var legacyModule: String {
        name == "SGD" ? "gradient_descent" : name.lowercased()
    }

    static var all: [OptimizerKind] { adaptive + others }

    private static var adaptive: [OptimizerKind] {
        let adam = "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, amsgrad=False"
        let plain = "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07"
        func makeAdam(_ name: String) -> (
            Interpreter, LearningRate, [Value], OptimizerOptions
        ) throws -> Optimizer {
            { python, rate, v, options in
                Adam(
                    name, learningRate: rate, beta1: try python.double(v[1]),
                    beta2: try python.double(v[2]), epsilon: try epsilon(v[3], python),
                    isAmsgrad: try python.isTrue(v[4]), options: options)
            }
        }
        return [
            OptimizerKind(name: "Adam", parameters: adam, make: makeAdam("Adam")),
            OptimizerKind(
                name: "AdamW", parameters: adam, weightDecay: "0.004", hasLegacyClass: false,
                make: makeAdam("AdamW")),
            OptimizerKind(name: "Adamax", parameters: plain) { python, rate, v, options in
                Adamax(
                    learningRate: rate, beta1: try python.double(v[1]),
                    beta2: try python.double(v[2]), epsilon: try epsilon(v[3], python),
                    options: options)
            },
            OptimizerKind(name: "Nadam", parameters: plain) { python, rate, v, options in
                Nadam(
                    learningRate: rate, beta1: try python.double(v[1]),
                    beta2: try python.double(v[2]), epsilon: try epsilon(v[3], python),
                    options: options)
            },
            OptimizerKind(
                name: "Lion", parameters: "learning_rate=0.0001, beta_1=0.9, beta_2=0.99",
                hasLegacyClass: false
            ) { python, rate, v, options in
                Lion(
                    learningRate: rate, beta1: try python.double(v[1]),
                    beta2: try python.double(v[2]), options: options)
            },
        ]
    }

    private static var others: [OptimizerKind] {
        [
            OptimizerKind(
                name: "SGD", parameters: "learning_rate=0.01, momentum=0.0, nesterov=False"
            ) { python, rate, v, options in
                try SGD(
                    learningRate: rate, momentum: python.double(v[1]),
                    isNesterov: python.isTrue(v[2]), options: options)
            },
            OptimizerKind(
                name: "RMSprop",
                parameters:
                    "learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, centered=False",
                overwriteFrequency: "100"
            ) { python, rate, v, options in
                RMSprop(
                    learningRate: rate, rho: try python.double(v[1]),
                    momentum: try python.double(v[2]), epsilon: try epsilon(v[3], python),
                    isCentered: try python.isTrue(v[4]), options: options)
            },
            OptimizerKind(
                name: "Adagrad",
                parameters: "learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-07"
            ) { python, rate, v, options in
                Adagrad(
                    learningRate: rate, initialAccumulator: try python.double(v[1]),
                    epsilon: try epsilon(v[2], python), options: options)
            },
            OptimizerKind(
                name: "Adadelta", parameters: "learning_rate=0.001, rho=0.95, epsilon=1e-07"
            ) { python, rate, v, options in
                Adadelta(
                    learningRate: rate, rho: try python.double(v[1]),
                    epsilon: try epsilon(v[2], python), options: options)
            },
            OptimizerKind(
                name: "Ftrl",
                parameters:
                    "learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1, l1_regularization_strength=0.0, l2_regularization_strength=0.0, l2_shrinkage_regularization_strength=0.0, beta=0.0"
            ) { python, rate, v, options in
                var numbers = Ftrl.Numbers()
                numbers.ratePower = try python.double(v[1])
                numbers.initialAccumulator = try python.double(v[2])
                numbers.l1 = try python.double(v[3])
                numbers.l2 = try python.double(v[4])
                numbers.l2Shrinkage = try python.double(v[5])
                numbers.beta = try python.double(v[6])
                return Ftrl(learningRate: rate, numbers, options: options)
            },
        ]
    }

    /// None stands for Keras' epsilon.
    private static func epsilon(_ value: Value, _ python: Interpreter) throws -> Double {
        try python.optionalDouble(value) ?? 1e-7
    }
}
