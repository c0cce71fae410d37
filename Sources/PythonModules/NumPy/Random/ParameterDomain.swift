import PythonRuntime
import Tensors

/// What a parameter of a distribution may be, by its place and its name.
enum ParameterDomain {
    case notNegative(Int, String)
    case positive(Int, String)
    /// Not negative, and a number.
    case rate(Int, String)
    case aboveOne(Int, String)
    /// From 0 to 1.
    case share(Int, String)
    /// Above 0, up to 1.
    case positiveShare(Int, String)
    /// From 0 up, below 1.
    case belowOne(Int, String)
    /// No more is drawn than there is, of numbers that can be counted with.
    case urn
    /// The first two are the ends of a finite range.
    case finiteRange
    /// Each of three is no greater than the next, and the first is less than the last.
    case ordered

    /// Throws NumPy's error for numbers outside.
    func check(_ parameters: [Tensor], in python: Interpreter) throws {
        func require(
            _ place: Int, _ message: String, _ isOutside: (Double) -> Bool
        ) throws {
            guard parameters.indices.contains(place),
                parameters[place].doubles.contains(where: isOutside)
            else { return }
            throw python.valueError(message)
        }
        switch self {
        case .notNegative(let place, let name):
            try require(place, "\(name) < 0") { $0 < 0 }
        case .positive(let place, let name): try require(place, "\(name) <= 0") { $0 <= 0 }
        case .rate(let place, let name):
            try require(place, "\(name) < 0 or \(name) is NaN") { !($0 >= 0) }
        case .aboveOne(let place, let name):
            try require(place, "\(name) <= 1 or \(name) is NaN") { !($0 > 1) }
        case .share(let place, let name):
            try require(place, "\(name) < 0, \(name) > 1 or \(name) is NaN") {
                !($0 >= 0 && $0 <= 1)
            }
        case .positiveShare(let place, let name):
            try require(place, "\(name) <= 0, \(name) > 1 or \(name) contains NaNs") {
                !($0 > 0 && $0 <= 1)
            }
        case .belowOne(let place, let name):
            try require(place, "\(name) < 0, \(name) >= 1 or \(name) is NaN") {
                !($0 >= 0 && $0 < 1)
            }
        case .urn: try checkUrn(parameters.map(\.doubles), in: python)
        case .finiteRange:
            guard parameters.contains(where: { $0.doubles.contains(where: \.isInfinite) }) else {
                return
            }
            throw python.error("OverflowError", "Range exceeds valid bounds")
        case .ordered: try checkOrder(parameters.map(\.doubles), in: python)
        }
    }

    private func checkUrn(_ counts: [[Double]], in python: Interpreter) throws {
        guard counts.count == 3 else { return }
        // NumPy's own bound.
        guard !(counts[0] + counts[1]).contains(where: { $0 >= 1e9 }) else {
            throw python.valueError("both ngood and nbad must be less than 1000000000")
        }
        for place in counts[2].indices {
            let (good, bad) = (counts[0], counts[1])
            let all = good[min(place, good.count - 1)] + bad[min(place, bad.count - 1)]
            if counts[2][place] > all { throw python.valueError("ngood + nbad < nsample") }
        }
    }

    private func checkOrder(_ sides: [[Double]], in python: Interpreter) throws {
        guard sides.count == 3 else { return }
        let (left, mode, right) = (sides[0], sides[1], sides[2])
        if zip(left, mode).contains(where: { $0 > $1 }) { throw python.valueError("left > mode") }
        if zip(mode, right).contains(where: { $0 > $1 }) {
            throw python.valueError("mode > right")
        }
        if zip(left, right).contains(where: { $0 == $1 }) {
            throw python.valueError("left == right")
        }
    }
}
