import Foundation

/// Many small programs that one process runs one after the other.
struct Batch {
    /// The statements of each program.
    let programs: [[String]]

    /// What each program printed, in their order.
    struct Result {
        var outputs: [String]
        /// The program that ended the whole process, and how.
        var crash: (index: Int, status: Int32)?
    }

    /// What stands before each program's output.
    private static let mark = "\u{1}program "

    /// Runs all programs; those behind one that ends the process are run again without it.
    func run(with python: ProgramProcess) throws -> Result {
        var result = Result(outputs: [], crash: nil)
        while result.outputs.count < programs.count {
            let part = try runPart(from: result.outputs.count, with: python)
            result.outputs += part.outputs
            if result.outputs.count < programs.count {
                if result.outputs.isEmpty { throw BatchFailure(status: part.status) }
                result.outputs[result.outputs.count - 1] += "the process ended: \(part.status)\n"
                result.crash = (result.outputs.count - 1, part.status)
            }
        }
        return result
    }

    private func runPart(
        from first: Int, with python: ProgramProcess
    ) throws -> (outputs: [String], status: Int32) {
        let path = NSTemporaryDirectory() + "batch-\(UUID().uuidString).py"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try source(from: first).write(toFile: path, atomically: false, encoding: .utf8)
        let run = try python.run(path)
        var outputs: [String] = []
        var current: [Substring]?
        for line in run.output.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(Self.mark) {
                if let current { outputs.append(Self.normalized(current)) }
                current = []
            } else {
                current?.append(line)
            }
        }
        if let current { outputs.append(Self.normalized(current)) }
        // The last mark says that all programs came to their end.
        if outputs.count > programs.count - first { outputs.removeLast() }
        return (outputs, run.isTimedOut ? -1 : run.status)
    }

    /// Addresses are no behaviour.
    private static func normalized(_ lines: [Substring]) -> String {
        lines.joined(separator: "\n").replacing(/0[xX][0-9a-fA-F]{6,}/, with: "0x…")
    }

    private func source(from first: Int) -> String {
        let literals = programs[first...].map { program in
            "    [" + program.map(Self.literal).joined(separator: ", ") + "],\n"
        }.joined()
        return Harness.definitions + "\nPROGRAMS = [\n" + literals + "]\n" + Harness.loop
    }

    /// The text as an ASCII literal of Python.
    static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "\n": result += "\\n"
            case " "..."~": result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return result + "\""
    }
}

/// A process ended before its first program began.
struct BatchFailure: Error, CustomStringConvertible {
    let status: Int32
    var description: String { "the process ended with status \(status) before the first program" }
}

/// What stands around the programs of a batch, in Python.
enum Harness {
    /// `show` prints a value or the exception instead; the guards keep random operands from filling the memory.
    static let definitions = #"""
        import gc
        import sys

        # What a collector ends, and when, is no behaviour.
        gc.disable()

        def describe(value, depth=0):
            kind = type(value)
            if kind in (set, frozenset):
                return kind.__name__ + '{' + ', '.join(sorted(describe(v, depth + 1) for v in value)) + '}'
            if kind in (list, tuple) and depth < 6:
                return kind.__name__ + '(' + ', '.join(describe(v, depth + 1) for v in value) + ')'
            if kind is dict and depth < 6:
                return '{' + ', '.join(describe(k, 9) + ': ' + describe(v, depth + 1) for k, v in value.items()) + '}'
            return repr(value)

        def show(thunk):
            try:
                value = thunk()
                text = describe(value)
                print(type(value).__name__, text if len(text) < 3000 else (len(text), text[:3000]))
                return value
            except Exception as error:
                print(type(error).__name__ + ':', error)
                return None

        class Skipped(Exception):
            pass

        def size(value):
            if isinstance(value, int):
                return abs(value)
            try:
                return len(value)
            except Exception:
                return 0

        def small(value, limit=200):
            if size(value) > limit and not isinstance(value, float):
                raise Skipped('a large operand')
            return value

        def times(a, b):
            if not isinstance(a, (int, float, complex)) or not isinstance(b, (int, float, complex)):
                small(a), small(b)
            elif isinstance(a, int) and isinstance(b, int) and (a.bit_length() > 20000 or b.bit_length() > 20000):
                raise Skipped('large operands')
            return a * b

        def power(a, b, *more):
            if isinstance(a, int) and isinstance(b, int):
                if not more and (a.bit_length() > 300 or abs(b) > 100):
                    raise Skipped('large operands')
                if more and isinstance(more[0], int) and (b.bit_length() > 300 or more[0].bit_length() > 300):
                    raise Skipped('large operands')
            return pow(a, b, *more) if more else a ** b

        def known_hash(value):
            # The hashes of texts differ from run to run; None's and a NaN's are addresses.
            return hash(value) if isinstance(value, (int, float, complex)) and value == value else 0

        def shift(a, b):
            return a << small(b, 300)

        def items(value, limit=50):
            # The hashes of texts, and so their order in sets, are no behaviour.
            if type(value) in (set, frozenset):
                value = sorted(value, key=describe)
            result = []
            for item in value:
                result.append(item)
                if len(result) >= limit:
                    break
            return result

        """#

    static let loop = #"""
        for number, program in enumerate(PROGRAMS):
            print('\x01program', number, flush=True)
            names = {'show': show, 'small': small, 'times': times, 'power': power, 'shift': shift, 'items': items, 'describe': describe, 'hash': known_hash,
                     'Skipped': Skipped, '__name__': '__main__'}
            for statement in program:
                print('\x02', flush=True)
                # Ours writes out what it printed where a line goes to standard error.
                print(file=sys.stderr)
                try:
                    exec(compile(statement, '<program>', 'exec'), names)
                except BaseException as error:
                    print('ended by', type(error).__name__ + ':', error)
            # What is left of generators ends now, and not when a collector comes by.
            names.clear()
        print('\x01program end')

        """#
}
