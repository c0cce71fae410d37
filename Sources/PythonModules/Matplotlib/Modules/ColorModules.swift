import Charts
import PythonRuntime

/// `matplotlib.cm` and `matplotlib.colors`.
enum ColorModules {
    static func maps(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.cm", pythonWording: true, in: python)
        m.raw("get_cmap(name=None, lut=None)") { python, arguments in
            try ColorMaps.get(arguments, python)
        }
        m.module.makeAttribute = { [unowned python] name in
            ColorMap(named: name).map { ColorMaps.value($0, in: python) }
        }
        try m.set("ScalarMappable", Value.object(ColorMaps.of(python).mappable))
        return m.module
    }

    /// `plt.colormaps['viridis']`.
    static func addMaps(to m: ModuleBuilder) {
        m.module.namespace["colormaps"] = .object(
            InstanceObject(type: ColorMaps.of(m.python).registry))
    }

    static func colors(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.colors", pythonWording: true, in: python)
        let maps = ColorMaps.of(python)
        for (name, type) in [
            ("Normalize", maps.norm), ("LogNorm", maps.logNorm), ("ListedColormap", maps.listed),
            ("LinearSegmentedColormap", maps.segmented), ("Colormap", maps.map),
        ] {
            try m.set(name, Value.object(type))
        }
        m.raw("to_hex(c, keep_alpha=False)") { python, arguments in
            .string(try PlotColors(python).color(first(arguments, python)).hex, in: python)
        }
        m.raw("to_rgb(c)") { python, arguments in
            let color = try PlotColors(python).color(first(arguments, python))
            return parts([color.red, color.green, color.blue], nil, python)
        }
        m.raw("to_rgba(c, alpha=None)") { python, arguments in
            let color = try PlotColors(python).color(first(arguments, python))
            let alpha = arguments.positional.dropFirst().first ?? arguments.keywords.first?.value
            return parts(
                [color.red, color.green, color.blue],
                try alpha.flatMap { $0.isNone ? nil : try python.double($0) } ?? color.alpha, python
            )
        }
        for (name, pairs) in [
            ("TABLEAU_COLORS", tableau),
            ("CSS4_COLORS", ColorReader.names.filter { !$0.contains(":") && $0.count > 1 }),
        ] {
            let dictionary = DictionaryObject(in: python)
            for word in pairs {
                dictionary[word] = .string(ColorReader.color(word)?.hex ?? "", in: python)
            }
            try m.set(name, Value.object(dictionary))
        }
        return m.module
    }

    private static let tableau = [
        "blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan",
    ].map { "tab:\($0)" }

    private static func first(_ arguments: Arguments, _ python: Interpreter) throws -> Value {
        guard let value = arguments.positional.first ?? arguments.keywords.first?.value else {
            throw python.typeError("a color is missing")
        }
        return value
    }

    private static func parts(_ bytes: [UInt8], _ alpha: Double?, _ python: Interpreter) -> Value {
        let numbers = bytes.map { Double($0) / 255 } + (alpha.map { [$0] } ?? [])
        return .tuple(numbers.map { .float($0) }, in: python)
    }
}

/// The classes of colour maps and norms.
final class ColorMaps {
    let map, listed, segmented, norm, logNorm, registry, mappable: TypeObject

    static func of(_ python: Interpreter) -> ColorMaps {
        python.state(ColorMaps.self) { ColorMaps($0) }
    }

    static func value(_ map: ColorMap, in python: Interpreter) -> Value {
        let types = of(python)
        let isListed =
            map.colors.count <= 20
            || ["viridis", "plasma", "inferno", "magma", "cividis", "turbo", "twilight"].contains(
                map.name)
        return .object(ColorMapObject(map, type: isListed ? types.listed : types.segmented))
    }

    static func get(_ arguments: Arguments, _ python: Interpreter) throws -> Value {
        var call = PlotCall(python, "get_cmap", arguments)
        let name = call.next("name")
        let count = call.next("lut")?.integer
        if let name, name.object is ColorMapObject { return name }
        let map = try call.colors.map(name.flatMap { $0.isNone ? nil : $0 }, usual: "viridis")
        return value(count.map(map.resampled) ?? map, in: python)
    }

    private init(_ python: Interpreter) {
        func make(_ name: String, _ base: TypeObject? = nil, _ module: String = "colors")
            -> TypeObject
        {
            let type = TypeObject(
                name, bases: [base ?? python.types.object], module: "matplotlib.\(module)",
                metatype: python.types.type, in: python)
            type.hasInstanceDictionary = true
            return type
        }
        map = make("Colormap")
        listed = make("ListedColormap", map)
        segmented = make("LinearSegmentedColormap", map)
        norm = make("Normalize")
        logNorm = make("LogNorm", norm)
        registry = make("ColormapRegistry", nil, "cm")
        mappable = make("ScalarMappable", nil, "cm")
        define(in: python)
    }

    private func define(in python: Interpreter) {
        let t = TypeBuilder(map, pythonWording: true, in: python)
        t.variadic(.call) { python, own, arguments -> Value in
            guard let map = (own.object as? ColorMapObject)?.map else { return .none }
            var call = PlotCall(python, "Colormap", arguments)
            return try Self.colors(of: map, &call)
        }
        t.property("name") { python, own -> Value in
            .string((own.object as? ColorMapObject)?.map.name ?? "", in: python)
        }
        t.property("N") { _, own -> Int in (own.object as? ColorMapObject)?.map.colors.count ?? 0 }
        t.property("colors") { python, own -> Value in
            .list(
                ((own.object as? ColorMapObject)?.map.colors ?? []).map {
                    Self.tuple($0, python, hasAlpha: false)
                }, in: python)
        }
        t.raw("resampled(self, lutsize)") { python, arguments in
            guard let map = (arguments.positional.first?.object as? ColorMapObject)?.map,
                let count = arguments.positional.dropFirst().first
            else { return .none }
            return Self.value(map.resampled(try python.index(count)), in: python)
        }
        t.raw("set_bad(self, color='k', alpha=None)") { python, arguments in
            if let own = arguments.positional.first?.object as? ColorMapObject,
                arguments.positional.count > 1
            {
                own.map.bad = try PlotColors(python).color(arguments.positional[1])
            }
            return .none
        }
        constructors(in: python)
        let names = TypeBuilder(registry, pythonWording: true, in: python)
        names.binary(.getitem) { python, _, key -> Value in
            Self.value(try PlotColors(python).map(key, usual: "viridis"), in: python)
        }
        names.raw("get_cmap(self, cmap)") { python, arguments in
            Self.value(
                try PlotColors(python).map(arguments.positional.last, usual: "viridis"), in: python)
        }
        names.unary(.iter) { python, _ -> Value in
            try python.iterator(.list(ColorMap.names.map { .string($0, in: python) }, in: python))
        }
    }

    private func constructors(in python: Interpreter) {
        TypeBuilder(listed, pythonWording: true, in: python).constructor(
            "ListedColormap(colors, name='from_list', N=None)"
        ) { python, type, values in
            let colors = try PlotColors(python).list(values[0])
            return .object(
                ColorMapObject(
                    ColorMap(name: values[1].text ?? "from_list", colors: colors), type: type))
        }
        let segmentedType = segmented
        TypeBuilder(segmented, pythonWording: true, in: python).staticMethod(
            "from_list(name, colors, N=256, gamma=1.0)"
        ) { python, arguments in
            var call = PlotCall(python, "from_list", arguments)
            let name = try python.str(call.required("name"))
            let colors = try call.colors.list(call.required("colors"))
            let count = call.next("N")?.integer ?? 256
            return .object(
                ColorMapObject(
                    ColorMap(name: name, through: colors, count: count), type: segmentedType))
        }
        for (type, isLogarithmic) in [(norm, false), (logNorm, true)] {
            TypeBuilder(type, pythonWording: true, in: python).constructor(
                "\(type.name)(vmin=None, vmax=None, clip=False)"
            ) { python, own, values in
                let ends = try values.prefix(2).map { $0.isNone ? nil : try python.double($0) }
                return .object(
                    NormObject(low: ends[0], high: ends[1], isLogarithmic: isLogarithmic, type: own)
                )
            }
        }
        TypeBuilder(norm, pythonWording: true, in: python).variadic(.call) {
            python, own, arguments -> Value in
            guard let norm = own.object as? NormObject, let value = arguments.positional.first
            else { return .none }
            let numbers = try PlotData(python).numbers(value)
            var scale = ColorScale(
                ColorMap(name: "", colors: []), over: numbers, low: norm.low, high: norm.high)
            scale.isLogarithmic = norm.isLogarithmic
            let fractions = numbers.map(scale.fraction)
            return value.object == nil
                ? .float(fractions[0]) : ArrayValues.vector(fractions, in: python)
        }
    }

    /// The colours of one number or of many.
    private static func colors(of map: ColorMap, _ call: inout PlotCall) throws -> Value {
        let python = call.python
        let value = try call.required("X")
        let alpha = try call.number("alpha")
        call.ignore("bytes")
        // Whole numbers count colours; others are shares of the way.
        func color(_ number: Double, isIndex: Bool) -> Color {
            let share = isIndex ? (number + 0.5) / Double(map.colors.count) : number
            return map.color(share).withAlpha(alpha ?? map.color(share).alpha)
        }
        if value.object == nil || ArrayReader.existing(value)?.rank == 0 {
            let isIndex =
                value.integer != nil || ArrayReader.existing(value)?.dtype.isInteger == true
            return tuple(color(try python.double(value), isIndex: isIndex), python, hasAlpha: true)
        }
        let table = try call.data.table(value)
        let rows = table.values.map { number -> [Double] in
            let color = color(number, isIndex: table.isBytes)
            return [
                Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
                color.alpha,
            ]
        }
        return ArrayValues.matrix(rows, in: python)
    }

    private static func tuple(_ color: Color, _ python: Interpreter, hasAlpha: Bool) -> Value {
        let parts = [color.red, color.green, color.blue].map { Value.float(Double($0) / 255) }
        return .tuple(parts + (hasAlpha ? [.float(color.alpha)] : []), in: python)
    }
}
