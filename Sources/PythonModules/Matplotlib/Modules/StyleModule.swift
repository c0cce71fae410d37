import Charts
import PythonRuntime

/// `matplotlib.style`: sets of settings by name.
enum StyleModule {
    /// Settings as text: colours, numbers and truths are told apart by how they look.
    private static let styles: [String: [String: String]] = [
        "default": [:], "classic": [:], "fast": [:],
        "ggplot": [
            "axes.facecolor": "#E5E5E5", "axes.edgecolor": "white", "axes.grid": "True",
            "grid.color": "white", "axes.labelcolor": "#555555", "axes.titlesize": "x-large",
            "axes.labelsize": "large", "xtick.color": "#555555", "ytick.color": "#555555",
            "axes.linewidth": "1",
            "axes.prop_cycle": "#E24A33 #348ABD #988ED5 #777777 #FBC15E #8EBA42 #FFB5B8",
        ],
        "grayscale": ["axes.prop_cycle": "0.00 0.40 0.60 0.70", "image.cmap": "gray"],
        "bmh": [
            "lines.linewidth": "2", "axes.facecolor": "#eeeeee", "axes.grid": "True",
            "axes.edgecolor": "#bcbcbc", "grid.linestyle": "--", "grid.color": "#b2b2b2",
            "axes.titlesize": "x-large", "axes.labelsize": "large",
            "axes.prop_cycle":
                "#348ABD #A60628 #7A68A6 #467821 #D55E00 #CC79A7 #56B4E9 #009E73 #F0E442 #0072B2",
        ],
        "fivethirtyeight": [
            "lines.linewidth": "4", "font.size": "14", "axes.facecolor": "#f0f0f0",
            "figure.facecolor": "#f0f0f0", "axes.grid": "True", "grid.color": "#cbcbcb",
            "grid.linewidth": "1", "axes.edgecolor": "#f0f0f0", "axes.titlesize": "x-large",
            "axes.labelsize": "large", "xtick.major.size": "0", "ytick.major.size": "0",
            "axes.prop_cycle": "#008fd5 #fc4f30 #e5ae38 #6d904f #8b8b8b #810f7c",
        ],
        "dark_background": [
            "figure.facecolor": "black", "axes.facecolor": "black", "axes.edgecolor": "white",
            "axes.labelcolor": "white", "axes.titlecolor": "white", "text.color": "white",
            "xtick.color": "white", "ytick.color": "white", "grid.color": "white",
            "axes.prop_cycle":
                "#8dd3c7 #feffb3 #bfbbd9 #fa8174 #81b1d2 #fdb462 #b3de69 #bc82bd #ccebc4 #ffed6f",
        ],
        "tableau-colorblind10": [
            "axes.prop_cycle":
                "#006BA4 #FF800E #ABABAB #595959 #5F9ED1 #C85200 #898989 #A2C8EC #FFBC79 #CFCFCF"
        ],
        "seaborn-v0_8": [
            "axes.facecolor": "#EAEAF2", "axes.edgecolor": "white", "axes.grid": "True",
            "grid.color": "white", "axes.linewidth": "0", "xtick.major.size": "0",
            "ytick.major.size": "0",
            "axes.prop_cycle": "#4C72B0 #55A868 #C44E52 #8172B2 #CCB974 #64B5CD",
        ],
        "seaborn-v0_8-darkgrid": [
            "axes.facecolor": "#EAEAF2", "axes.edgecolor": "white", "axes.grid": "True",
            "grid.color": "white", "axes.linewidth": "0", "xtick.major.size": "0",
            "ytick.major.size": "0", "axes.labelcolor": ".15", "xtick.color": ".15",
            "ytick.color": ".15", "text.color": ".15",
        ],
        "seaborn-v0_8-whitegrid": [
            "axes.edgecolor": ".8", "axes.grid": "True", "grid.color": ".8",
            "axes.linewidth": "1", "xtick.major.size": "0", "ytick.major.size": "0",
            "axes.labelcolor": ".15", "xtick.color": ".15", "ytick.color": ".15",
        ],
        "seaborn-v0_8-white": ["axes.edgecolor": ".15", "axes.linewidth": "1.25"],
        "seaborn-v0_8-ticks": ["axes.edgecolor": ".15", "axes.linewidth": "1.25"],
        "seaborn-v0_8-dark": ["axes.facecolor": "#EAEAF2", "axes.edgecolor": "white"],
        "seaborn-v0_8-colorblind": [
            "axes.prop_cycle": "#0072B2 #009E73 #D55E00 #CC79A7 #F0E442 #56B4E9"
        ],
        "seaborn-v0_8-deep": ["axes.prop_cycle": "#4C72B0 #55A868 #C44E52 #8172B2 #CCB974 #64B5CD"],
        "seaborn-v0_8-muted": [
            "axes.prop_cycle": "#4878CF #6ACC65 #D65F5F #B47CC7 #C4AD66 #77BEDB"
        ],
        "seaborn-v0_8-pastel": [
            "axes.prop_cycle": "#92C6FF #97F0AA #FF9F9A #D0BBFF #FFFEA3 #B0E0E6"
        ],
        "seaborn-v0_8-bright": [
            "axes.prop_cycle": "#003FFF #03ED3A #E8000B #8A2BE2 #FFC400 #00D7FF"
        ],
        "seaborn-v0_8-paper": ["font.size": "8.8", "lines.linewidth": "1.4"],
        "seaborn-v0_8-notebook": ["font.size": "11", "lines.linewidth": "1.75"],
        "seaborn-v0_8-talk": ["font.size": "17.6", "lines.linewidth": "2.8"],
        "seaborn-v0_8-poster": ["font.size": "17.6", "lines.linewidth": "2.8"],
    ]

    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.style", pythonWording: true, in: python)
        m.raw("use(style)") { python, arguments in
            guard let value = arguments.positional.first else { return .none }
            let list = value.object is ListObject || value.object is TupleObject
            for item in list ? try python.list(value) : [value] { try use(item, python) }
            return .none
        }
        try m.set(
            "available",
            Value.list(styles.keys.sorted().map { .string($0, in: python) }, in: python))
        return m.module
    }

    private static func use(_ value: Value, _ python: Interpreter) throws {
        let settings = PlotSession.of(python).settings
        guard let name = value.text else {
            _ = try python.callMethod(.object(settings.values), "update", [value])
            return
        }
        guard let style = styles[name] else {
            let failure = python.error(
                "OSError",
                "\(try python.repr(value)) is not a valid package style, path of style file, URL of style file, or library style name (library styles are listed in `style.available`)"
            )
            if let near = python.nearest(name, among: styles.keys.sorted())
                ?? styles.keys.sorted().first(where: {
                    $0.hasPrefix("\(name)-v0_8")
                        || $0.hasSuffix(name.replacing("seaborn", with: "v0_8"))
                })
            {
                failure.exception.hints.append("did you mean `'\(near)'`?")
            }
            throw failure
        }
        if name == "default" { settings.reset() }
        for (key, text) in style.sorted(by: { $0.key < $1.key }) {
            settings.values[key] = read(text, isList: key == "axes.prop_cycle", python)
        }
    }

    private static func read(_ text: String, isList: Bool, _ python: Interpreter) -> Value {
        if isList {
            return .list(
                text.split(separator: " ").map { .string(String($0), in: python) }, in: python)
        }
        if text == "True" { return .bool(true) }
        // Greys are written with a point in front; they stay text.
        if let number = Double(text), !text.hasPrefix(".") { return .float(number) }
        return .string(text, in: python)
    }
}
