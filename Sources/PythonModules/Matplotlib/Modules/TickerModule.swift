import Charts
import PythonRuntime

/// `matplotlib.ticker`.
enum TickerModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("matplotlib.ticker", pythonWording: true, in: python)
        define(m)
        return m.module
    }

    static func define(_ m: ModuleBuilder) {
        locators(m)
        formatters(m)
    }

    private static func locator(
        _ m: ModuleBuilder, _ literal: String,
        _ make: @escaping (Interpreter, [Value]) throws -> TickLocator
    ) {
        let name = String(literal.prefix { $0 != "(" })
        m.type(name) { t in
            t.constructor(literal) { python, type, values in
                .object(LocatorObject(try make(python, values), type: type))
            }
        }
    }

    private static func locators(_ m: ModuleBuilder) {
        locator(
            m,
            "MaxNLocator(nbins=None, *, integer=False, steps=None, prune=None, symmetric=False, min_n_ticks=2)"
        ) {
            python, values in
            let count =
                values[0].isNone || values[0].text != nil ? nil : try python.index(values[0])
            return .nice(
                count: count.map { min(max($0, 1), 1000) }, integer: try python.isTrue(values[1]))
        }
        locator(m, "MultipleLocator(base=1.0, offset=0.0)") { python, values in
            .multiple(try python.double(values[0]), offset: try python.double(values[1]))
        }
        locator(m, "FixedLocator(locs, nbins=None)") { python, values in
            .fixed(try PlotData(python).numbers(values[0]))
        }
        locator(m, "LinearLocator(numticks=None)") { python, values in
            .linear(count: values[0].isNone ? 11 : try python.index(values[0]))
        }
        locator(m, "NullLocator()") { _, _ in .none }
        locator(m, "AutoLocator()") { _, _ in .nice(count: nil, integer: false) }
        locator(m, "AutoMinorLocator(n=None)") { _, _ in .nice(count: 40, integer: false) }
        locator(m, "LogLocator(base=10.0, subs=(1.0,), numticks=None)") { python, values in
            .log(base: try python.double(values[0]))
        }
    }

    private static func formatter(
        _ m: ModuleBuilder, _ literal: String,
        _ make: @escaping (Interpreter, [Value]) throws -> (TickFormatter?, Value?)
    ) {
        let name = String(literal.prefix { $0 != "(" })
        m.type(name) { t in
            t.constructor(literal) { python, type, values in
                let (formatter, format) = try make(python, values)
                return .object(FormatterObject(formatter, format, type: type))
            }
        }
    }

    private static func formatters(_ m: ModuleBuilder) {
        formatter(m, "FormatStrFormatter(fmt)") { _, values in (nil, values[0]) }
        formatter(m, "StrMethodFormatter(fmt)") { _, values in (nil, values[0]) }
        formatter(m, "FuncFormatter(func)") { _, values in (nil, values[0]) }
        formatter(m, "NullFormatter()") { _, _ in (TickFormatter.none, nil) }
        formatter(m, "FixedFormatter(seq)") { python, values in
            (.fixed(try Decorations.words(values[0], python)), nil)
        }
        formatter(m, "ScalarFormatter(useOffset=None, useMathText=None, useLocale=None)") {
            python, values in
            var style = TickFormatter.ScalarStyle()
            if !values[0].isNone { style.usesOffset = try python.isTrue(values[0]) }
            return (.scalar(style), nil)
        }
        formatter(m, "PercentFormatter(xmax=100, decimals=None, symbol='%', is_latex=False)") {
            python, values in
            let whole = try python.double(values[0])
            let decimals = values[1].isNone ? nil : try python.index(values[1])
            return (
                .percent(
                    whole: whole == 0 ? 100 : whole, decimals: decimals,
                    symbol: values[2].text ?? ""), nil
            )
        }
        formatter(m, "LogFormatter(base=10.0, **kwargs)") { python, values in
            (.power(base: try python.double(values[0])), nil)
        }
    }
}

/// A locator of ticks.
package final class LocatorObject: InstanceObject {
    let locator: TickLocator

    init(_ locator: TickLocator, type: TypeObject) {
        self.locator = locator
        super.init(type: type)
    }
}

/// A formatter of ticks; a format text or a function is asked when the formatter is set.
package final class FormatterObject: InstanceObject {
    let formatter: TickFormatter?
    let format: Value?

    init(_ formatter: TickFormatter?, _ format: Value?, type: TypeObject) {
        (self.formatter, self.format) = (formatter, format)
        super.init(type: type)
    }
}
