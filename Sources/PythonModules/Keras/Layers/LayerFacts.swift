import NeuralNetworks
import PythonRuntime
import Tensors

/// What Keras' layers tell of themselves beside their weights: what they demand, contain and are computed with.
enum LayerFacts {
    static func define(_ t: TypeBuilder) {
        t.property("input_spec", set: setSpecs) { python, value -> Value in
            guard let layer = value.layer, !layer.inputSpecs.isEmpty else { return .none }
            let specs = try layer.inputSpecs.map { try object(of: $0, in: python) }
            let isList =
                layer is RNN || layer is Bidirectional || layer is ConvolutionalLSTM
                || layer is Model
            return isList ? .list(specs, in: python) : specs[0]
        }
        t.property("dtype_policy") { python, value -> Value in
            Value.object(PolicyObject(try LayerType.layer(value, python).dtype, in: python))
        }
        t.property("updates") { python, _ -> Value in .list([], in: python) }
        t.property("metrics") { python, value -> Value in
            let metrics = try LayerType.layer(value, python).flattened.flatMap(\.callMetrics)
            return .list(try metrics.map { try MetricTypes.object(of: $0, in: python) }, in: python)
        }
        t.property("submodules") { python, value -> Value in
            let layer = try LayerType.layer(value, python)
            let parts = layer.flattened.filter { $0 !== layer }
            return .tuple(
                try parts.map { try LayerObjects.object(of: $0, in: python) }, in: python)
        }
        t.def("name_scope(self)") { (python: Interpreter, value: Value) -> String in
            try LayerType.layer(value, python).name + "/"
        }
    }

    /// `keras.layers.InputSpec`, written in Python.
    static func object(of spec: InputSpec, in python: Interpreter) throws -> Value {
        let layers = try KerasModule.of(python).subModule("layers")
        let type = try python.getAttribute(.object(layers), "InputSpec")
        var keywords: [(name: String, value: Value)] = []
        if let shape = spec.shape {
            let lengths = shape.dimensions.map { $0.map { Value.int($0) } ?? .none }
            keywords.append((name: "shape", value: .tuple(lengths, in: python)))
        }
        for (name, rank) in [
            ("ndim", spec.rank), ("min_ndim", spec.minimumRank), ("max_ndim", spec.maximumRank),
        ] {
            if let rank { keywords.append((name: name, value: .int(rank))) }
        }
        if !spec.axes.isEmpty {
            let axes = DictionaryObject(in: python)
            for (axis, length) in spec.axes.sorted(by: { $0.key < $1.key }) {
                try axes.set(.int(axis), .int(length), in: python)
            }
            keywords.append((name: "axes", value: .object(axes)))
        }
        return try python.call(type, [], keywords: keywords)
    }

    private static func setSpecs(
        _ python: Interpreter, _ value: Value, _ new: Value
    ) throws {
        guard let layer = value.layer else { return }
        if new.isNone { return layer.ownSpecs = [] }
        let isList = new.object is ListObject || new.object is TupleObject
        layer.ownSpecs = try (isList ? python.list(new) : [new]).map {
            try spec(of: $0, in: python)
        }
    }

    private static func spec(of value: Value, in python: Interpreter) throws -> InputSpec {
        func number(_ name: String) throws -> Int? {
            try python.getAttribute(value, name).integer
        }
        var spec = InputSpec(
            rank: try number("ndim"), minimumRank: try number("min_ndim"),
            maximumRank: try number("max_ndim"))
        let shape = try python.getAttribute(value, "shape")
        if !shape.isNone { spec.shape = PartialShape(try python.list(shape).map(\.integer)) }
        if let axes = try python.getAttribute(value, "axes").object as? DictionaryObject {
            for (axis, length) in axes.items {
                if let axis = axis.integer, let length = length.integer {
                    spec.axes[axis] = length
                }
            }
        }
        return spec
    }
}

/// The types that a layer computes and keeps its weights with, which are one here.
package final class PolicyObject: Object {
    let dtype: DType

    init(_ dtype: DType, in python: Interpreter) {
        self.dtype = dtype
        super.init(type: Self.type(in: python))
    }

    private static func type(in python: Interpreter) -> TypeObject {
        python.state(Holder.self) { Holder($0) }.type
    }

    private final class Holder {
        let type: TypeObject

        init(_ python: Interpreter) {
            type = TypeObject(
                "Policy", bases: [python.types.object], module: "keras.src.mixed_precision.policy",
                metatype: python.types.type, in: python)
            let t = TypeBuilder(type, pythonWording: true, in: python)
            t.unary(.repr) { _, value in
                "<Policy \"\((value.object as? PolicyObject)?.dtype.name ?? "")\">"
            }
            for name in ["name", "compute_dtype", "variable_dtype"] {
                t.property(name) { _, value in
                    (value.object as? PolicyObject)?.dtype.name ?? ""
                }
            }
        }
    }
}
