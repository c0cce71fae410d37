import Glibc
import PythonRuntime

/// A time in years, months, days and so on: `time.struct_time`.
enum BrokenTime {
    private static let names = [
        "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday",
        "tm_isdst",
    ]

    /// The class, made once in an interpreter.
    static func type(in python: Interpreter) throws -> TypeObject {
        python.state(TypeBox.self) { python in
            let type = TypeObject(
                "struct_time", bases: [python.types.tuple], module: "time",
                metatype: python.types.type, in: python)
            let t = TypeBuilder(type, in: python)
            for (index, name) in names.enumerated() {
                t.property(name) { _, value in (value.object as? TupleObject)?[index] }
            }
            t.unary(.repr) { python, value -> String in
                let items = try python.items(value).map { try python.repr($0) }
                let fields = zip(names, items).map { "\($0)=\($1)" }.joined(separator: ", ")
                return "time.struct_time(\(fields))"
            }
            return TypeBox(type)
        }.type
    }

    private final class TypeBox {
        let type: TypeObject
        init(_ type: TypeObject) { self.type = type }
    }

    static func value(_ parts: tm, in python: Interpreter) throws -> Value {
        let numbers = [
            parts.tm_year &+ 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min,
            parts.tm_sec, (parts.tm_wday + 6) % 7, parts.tm_yday + 1, parts.tm_isdst,
        ]
        return .object(
            TupleObject(numbers.map { .int(Int($0)) }, type: try type(in: python), in: python))
    }

    /// The parts of a time that a function of this name was given.
    static func parts(_ value: Value, of function: String, in python: Interpreter) throws -> tm {
        guard let tuple = value.object as? TupleObject else {
            throw python.typeError("Tuple or struct_time argument required")
        }
        guard tuple.count == 9 else {
            throw python.typeError("\(function)(): illegal time tuple argument")
        }
        let numbers = try tuple.items.map { try number($0, in: python) }
        var parts = tm()
        parts.tm_year = numbers[0] &- 1900
        parts.tm_mon = numbers[1] &- 1
        parts.tm_mday = numbers[2]
        parts.tm_hour = numbers[3]
        parts.tm_min = numbers[4]
        parts.tm_sec = numbers[5]
        parts.tm_wday = (numbers[6] &+ 1) % 7
        parts.tm_yday = numbers[7] &- 1
        parts.tm_isdst = numbers[8]
        return parts
    }

    private static func number(_ value: Value, in python: Interpreter) throws -> Int32 {
        let number = try python.index(value)
        guard let small = Int32(exactly: number) else {
            let bound = number > 0 ? "greater than maximum" : "less than minimum"
            throw python.error("OverflowError", "signed integer is \(bound)")
        }
        return small
    }

    /// The same where every part must be one that a calendar has; months and days may be zero.
    static func checkedParts(_ value: Value, of function: String, in python: Interpreter) throws
        -> tm
    {
        var parts = try parts(value, of: function, in: python)
        if parts.tm_mon == -1 { parts.tm_mon = 0 }
        if parts.tm_mday == 0 { parts.tm_mday = 1 }
        if parts.tm_yday == -1 { parts.tm_yday = 0 }
        let limits: [(String, Int32, ClosedRange<Int32>)] = [
            ("month", parts.tm_mon, 0...11), ("day of month", parts.tm_mday, 1...31),
            ("hour", parts.tm_hour, 0...23), ("minute", parts.tm_min, 0...59),
            ("seconds", parts.tm_sec, 0...61), ("day of week", parts.tm_wday, 0...6),
            ("day of year", parts.tm_yday, 0...365),
        ]
        for (name, number, range) in limits where !range.contains(number) {
            throw python.valueError("\(name) out of range")
        }
        return parts
    }

    /// A time as `strftime` writes it.
    static func format(_ format: String, _ parts: tm) -> String {
        if format.isEmpty { return "" }
        var parts = parts
        // A mark at the end tells an empty result from one that does not fit.
        var size = 256 + format.utf8.count * 16
        size += 1
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
            let count = strftime(buffer.baseAddress.unsafelyUnwrapped, size, format, &parts)
            return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
