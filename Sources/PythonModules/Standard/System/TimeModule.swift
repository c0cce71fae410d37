import Glibc
import PythonRuntime

/// `time`.
enum TimeModule {
    static func make(in python: Interpreter) throws -> ModuleObject {
        let m = ModuleBuilder("time", in: python)
        for (name, clock) in [
            ("time", CLOCK_REALTIME), ("perf_counter", CLOCK_MONOTONIC),
            ("monotonic", CLOCK_MONOTONIC), ("process_time", CLOCK_PROCESS_CPUTIME_ID),
            ("thread_time", CLOCK_THREAD_CPUTIME_ID),
        ] {
            m.def("\(name)()") { (python: Interpreter) in Double(read(clock, in: python)) * 1e-9 }
            m.def("\(name)_ns()") { (python: Interpreter) in read(clock, in: python) }
        }
        m.action("sleep(secs, /)\n\nWaits.") { (python: Interpreter, given: Value) in
            let seconds = try number(given, in: python)
            if seconds.isNaN { throw python.valueError("Invalid value NaN (not a number)") }
            guard seconds >= 0 else {
                throw python.valueError("sleep length must be non-negative")
            }
            guard seconds < 0x1p63 * 1e-9 else {
                throw python.error(
                    "OverflowError", "timestamp too large to convert to C _PyTime_t")
            }
            // So short that a cell can be interrupted meanwhile; usleep takes less than a second anyway.
            let clock = ContinuousClock()
            let end = clock.now + .seconds(seconds)
            while case let left = clock.now.duration(to: end) / .seconds(1), left > 0 {
                try python.checkInterrupt()
                usleep(UInt32(min(left, 0.05) * 1e6))
            }
        }
        try m.set("timezone", 0)
        try m.set("tzname", python.pair("UTC", "UTC"))
        let structure = try BrokenTime.type(in: python)
        try m.set("struct_time", structure)
        defineCalendar(m)
        return m.module
    }

    /// The clock as a note reads it, which makes what it prints differ from run to run.
    private static func read(_ clock: Int32, in python: Interpreter) -> Int {
        python.noteVarying(.clock)
        return nanoseconds(clock)
    }

    private static func nanoseconds(_ clock: Int32) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Seconds are a float or else an integer.
    private static func number(_ value: Value, in python: Interpreter) throws -> Double {
        if case .float(let seconds) = value { return seconds }
        guard try python.isIndex(value) else {
            throw python.typeError(
                "'\(python.typeName(value))' object cannot be interpreted as an integer")
        }
        return try python.double(.int(python.index(value)))
    }

    private static func seconds(_ given: Double?, in python: Interpreter) throws -> time_t {
        guard let given else { return read(CLOCK_REALTIME, in: python) / 1_000_000_000 }
        if given.isNaN { throw python.valueError("Invalid value NaN (not a number)") }
        guard let whole = time_t(exactly: given.rounded(.down)) else {
            throw python.error("OverflowError", "timestamp out of range for platform time_t")
        }
        return whole
    }

    /// A time, or now, in its parts as the system knows them.
    private static func parts(_ given: Double?, isLocal: Bool, in python: Interpreter) throws -> tm
    {
        var time = try seconds(given, in: python)
        var parts = tm()
        let known = isLocal ? localtime_r(&time, &parts) : gmtime_r(&time, &parts)
        guard known != nil, parts.tm_year < Int32.max - 1900 else {
            let words = Value.string("Value too large for defined data type", in: python)
            throw python.error(python.types.exception("OSError"), [.int(75), words])
        }
        return parts
    }

    private static func defineCalendar(_ m: ModuleBuilder) {
        for (name, isLocal) in [("localtime", true), ("gmtime", false)] {
            m.def("\(name)(seconds=None, /)") { (python: Interpreter, given: Value) -> Value in
                let seconds = try given.isNone ? nil : number(given, in: python)
                return try BrokenTime.value(
                    parts(seconds, isLocal: isLocal, in: python), in: python)
            }
        }
        m.def("mktime(t, /)") { (python: Interpreter, value: Value) -> Double in
            var parts = try BrokenTime.parts(value, of: "mktime", in: python)
            parts.tm_isdst = -1
            return Double(mktime(&parts))
        }
        m.def("strptime(data_string, format='%a %b %d %H:%M:%S %Y', /)\n\nThe time in a text.") {
            (python: Interpreter, text: Value, format: Value) -> Value in
            guard let module = try python.modules.find("datetime", in: python),
                let type = module.namespace["datetime"]
            else { return .none }
            let moment = try python.callMethod(type, "strptime", [text, format])
            return try python.callMethod(moment, "timetuple")
        }
        m.def("strftime(format, t=..., /)") {
            (python: Interpreter, format: Value, value: Value?) -> String in
            guard let format = format.text else {
                throw python.typeError(
                    "strftime() argument 1 must be str, not \(python.typeName(format))")
            }
            let parts =
                try value.map { try BrokenTime.checkedParts($0, of: "strftime", in: python) }
                ?? parts(nil, isLocal: true, in: python)
            try python.checkSize(17, times: format.utf8.count)
            return BrokenTime.format(format, parts)
        }
        for name in ["asctime(t=..., /)", "ctime(t=..., /)"] {
            m.def(name) { (python: Interpreter, value: Value?) -> String in
                let parts: tm
                if let value, name.hasPrefix("a") {
                    parts = try BrokenTime.checkedParts(value, of: "asctime", in: python)
                } else {
                    let given = try value.map { try python.double($0) }
                    parts = try self.parts(given, isLocal: true, in: python)
                }
                return BrokenTime.format("%a %b %e %H:%M:%S %Y", parts)
            }
        }
    }
}
