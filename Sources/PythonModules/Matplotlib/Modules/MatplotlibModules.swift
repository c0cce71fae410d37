import PythonRuntime

/// `matplotlib` and the modules inside it.
enum MatplotlibModules {
    static let version = "3.8.4"

    static func register(in python: Interpreter) {
        // Figures are shown and closed at the end of a cell from the first import on.
        let modules: [(String, ModuleTable.Maker)] = [
            ("matplotlib", package), ("matplotlib.pyplot", PyplotModule.make),
            ("matplotlib.cm", ColorModules.maps), ("matplotlib.colors", ColorModules.colors),
            ("matplotlib.ticker", TickerModule.make), ("matplotlib.gridspec", gridSpec),
            ("matplotlib.style", StyleModule.make), ("matplotlib.patches", PatchesModule.make),
            ("matplotlib.lines", lines), ("matplotlib.font_manager", fonts),
            ("matplotlib.figure", figure), ("matplotlib.axes", axes), ("pylab", PyplotModule.make),
            ("matplotlib.pylab", PyplotModule.make), ("matplotlib_inline", inline),
            ("matplotlib_inline.backend_inline", inline), ("cycler", cycler),
        ]
        for (name, make) in modules { python.modules.register(name, make) }
        let reasons = [
            "mpl_toolkits": "its charts have two dimensions",
            "mpl_toolkits.mplot3d": "its charts have two dimensions",
            "matplotlib.animation": "a page shows still pictures",
            "matplotlib.widgets": "a page shows still pictures",
            "matplotlib.image": "a note's charts show arrays, not picture files",
        ]
        python.modules.refusals.merge(reasons) { known, _ in known }
    }

    private static func package(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib", pythonWording: true, in: python)
        try m.set("__version__", version)
        m.raw("use(backend, *, force=True)") { _, _ in .none }
        m.raw("get_backend()") { python, _ in
            .string("module://matplotlib_inline.backend_inline", in: python)
        }
        m.raw("set_loglevel(level)") { _, _ in .none }
        try settings(m)
        m.module.makeAttribute = { [unowned python] name in
            try python.modules.find("matplotlib.\(name)", in: python).map { .object($0) }
        }
        ColorModules.addMaps(to: m)
        return m.module
    }

    /// `rcParams` and what changes it.
    static func settings(_ m: ModuleBuilder) throws {
        try m.set("rcParams", Value.object(PlotSession.of(m.python).settings.values))
        m.raw("rc(group, **kwargs)") { python, arguments in
            let settings = PlotSession.of(python).settings
            let groups =
                try arguments.positional.first.map { value in
                    try value.text.map { [$0] } ?? python.list(value).compactMap(\.text)
                } ?? []
            let short = [
                "lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor",
                "ec": "edgecolor", "mew": "markeredgewidth", "aa": "antialiased",
            ]
            for group in groups {
                for (name, value) in arguments.keywords {
                    let key = Value.string("\(group).\(short[name] ?? name)", in: python)
                    try python.setItem(.object(settings.values), key, value)
                }
            }
            return .none
        }
        m.raw("rcdefaults()") { python, _ in
            PlotSession.of(python).settings.reset()
            return .none
        }
    }

    private static func gridSpec(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.gridspec", pythonWording: true, in: python)
        try m.set("GridSpec", Value.object(PlotTypes.of(python).gridSpec))
        return m.module
    }

    private static func figure(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.figure", pythonWording: true, in: python)
        try m.set("Figure", Value.object(PlotTypes.of(python).figure))
        return m.module
    }

    private static func axes(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.axes", pythonWording: true, in: python)
        try m.set("Axes", Value.object(PlotTypes.of(python).axes))
        return m.module
    }

    private static func lines(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.lines", pythonWording: true, in: python)
        PatchesModule.defineLine(m)
        return m.module
    }

    /// Fonts are the page's; a note that asks for one by name gets a value to hand on.
    private static func fonts(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.font_manager", pythonWording: true, in: python)
        m.raw("FontProperties(family=None, style=None, size=None, fname=None, **kwargs)") {
            python, arguments in
            let dictionary = DictionaryObject(in: python)
            for (name, value) in arguments.keywords { dictionary[name] = value }
            return .object(dictionary)
        }
        return m.module
    }

    private static func inline(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib_inline", pythonWording: true, in: python)
        m.raw("set_matplotlib_formats(*formats, **kwargs)") { _, _ in .none }
        return m.module
    }

    private static func cycler(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("cycler", pythonWording: true, in: python)
        m.raw("cycler(*args, **kwargs)") { python, arguments in cycle(arguments, python) }
        return m.module
    }

    /// `cycler(color=[…])` and `cycler('color', […])` as a dictionary of lists.
    static func cycle(_ arguments: Arguments, _ python: Interpreter) -> Value {
        let dictionary = DictionaryObject(in: python)
        if arguments.positional.count == 2, let name = arguments.positional[0].text {
            dictionary[name] = arguments.positional[1]
        }
        for (name, value) in arguments.keywords { dictionary[name] = value }
        return .object(dictionary)
    }
}
