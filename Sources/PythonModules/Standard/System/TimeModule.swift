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
        m.action("sleep(secs, /)\n\nWaits.") { (python: Interpreter, seconds: Double) in
            guard seconds >= 0 else {
                throw python.valueError("sleep length must be non-negative")
            }
            // A little at a time, so that a wait ends when the cell is told to.
            var left = seconds
            while left > 0 {
                usleep(UInt32(min(left, 0.05) * 1e6))
                left -= 0.05
                try python.checkInterrupt()
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

    private static func seconds(_ given: Double?, in python: Interpreter) -> time_t {
        given.map { time_t($0.rounded(.down)) } ?? read(CLOCK_REALTIME, in: python) / 1_000_000_000
    }

    private static func defineCalendar(_ m: ModuleBuilder) {
        m.def("localtime(seconds=None, /)") { (python: Interpreter, given: Double?) -> Value in
            var (time, parts) = (seconds(given, in: python), tm())
            localtime_r(&time, &parts)
            return try BrokenTime.value(parts, in: python)
        }
        m.def("gmtime(seconds=None, /)") { (python: Interpreter, given: Double?) -> Value in
            var (time, parts) = (seconds(given, in: python), tm())
            gmtime_r(&time, &parts)
            return try BrokenTime.value(parts, in: python)
        }
        m.def("mktime(t, /)") { (python: Interpreter, value: Value) -> Double in
            var parts = try BrokenTime.parts(value, in: python)
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
            (python: Interpreter, format: String, value: Value?) -> String in
            guard let value else {
                var (time, parts) = (seconds(nil, in: python), tm())
                localtime_r(&time, &parts)
                return BrokenTime.format(format, parts)
            }
            return BrokenTime.format(format, try BrokenTime.parts(value, in: python))
        }
        for name in ["asctime(t=..., /)", "ctime(t=..., /)"] {
            m.def(name) { (python: Interpreter, value: Value?) -> String in
                var parts = tm()
                if let value, name.hasPrefix("a") {
                    parts = try BrokenTime.parts(value, in: python)
                } else {
                    var time = seconds(try value.map { try python.double($0) }, in: python)
                    localtime_r(&time, &parts)
                }
                return BrokenTime.format("%a %b %e %H:%M:%S %Y", parts)
            }
        }
    }
}
