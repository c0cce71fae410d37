/// The elementwise part of a recurrent layer's step: what lies between the matrix products.
protocol RecurrentCell: SendableMetatype {
    associatedtype T: RecurrentFloat

    /// Whether the bias is added to x·W before h·U is, rather than by `forward`.
    static var addsBiasFirst: Bool { get }
    /// Whether h·U is kept apart from x·W.
    static var separatesProducts: Bool { get }

    /// Makes the gates and states of a step from the products.
    static func forward(_ step: ForwardStep<T>)
    /// Makes the gradients of the products from those of the states.
    static func backward(_ step: BackwardStep<T>)
}

/// The memory of some rows of one step on the way forward, or of some units of these.
struct ForwardStep<T> {
    let rows: Int
    /// The units of a row, H.
    let units: Int
    /// How many of them are to be computed, from where the pointers point.
    let count: Int
    /// How far whole vectors of the batch's block [N, H] reach, from where the pointers point.
    let whole: Int
    let bias: UnsafePointer<T>?
    /// x·W, with h·U added unless the cell keeps that apart; receives the gates.
    let gates: UnsafeMutablePointer<T>
    /// h·U, when it is kept apart.
    let product: UnsafeMutablePointer<T>?
    /// The h before.
    let before: UnsafePointer<T>
    /// The carry before, for a cell that has one.
    let beforeCarry: UnsafePointer<T>?
    /// Receives what else the step keeps.
    let kept: UnsafeMutablePointer<T>?
    /// Receives h.
    let state: UnsafeMutablePointer<T>
}

/// The memory of some rows of one step on the way back, or of some units of these.
struct BackwardStep<T> {
    let rows: Int
    /// The units of a row, H.
    let units: Int
    /// How many of them are to be computed, from where the pointers point.
    let count: Int
    /// How far whole vectors of the batch's block [N, H] reach, from where the pointers point.
    let whole: Int
    let gates: UnsafePointer<T>
    let kept: UnsafePointer<T>?
    let state: UnsafePointer<T>
    let before: UnsafePointer<T>
    let beforeCarry: UnsafePointer<T>?
    /// The gradient of h; a cell that hands h on without a product leaves that part here.
    let upstream: UnsafeMutablePointer<T>
    /// The gradient of the carry; becomes that of the carry before.
    let carry: UnsafeMutablePointer<T>?
    /// Receives the gradient of x·W.
    let inner: UnsafeMutablePointer<T>
    /// Receives the gradient of h·U, when that is kept apart.
    let innerRecurrent: UnsafeMutablePointer<T>?
}

/// h = tanh of the products.
enum SimpleCell<T: RecurrentFloat>: RecurrentCell {
    static var addsBiasFirst: Bool { true }
    static var separatesProducts: Bool { false }

    static func forward(_ step: ForwardStep<T>) {
        RowRuns(rows: step.rows, length: step.count, step: step.units).forEach { place, count in
            T.tanh(count, step.state + place)
        }
    }

    static func backward(_ step: BackwardStep<T>) {
        RowRuns(rows: step.rows, length: step.count, step: step.units).forEach { place, count in
            T.tanhGradient(count, step.state + place, step.upstream + place, step.inner + place)
        }
    }
}

/// The long short-term memory.
enum LongShortTermCell<T: RecurrentFloat>: RecurrentCell {
    static var addsBiasFirst: Bool { false }
    static var separatesProducts: Bool { false }

    static func forward(_ step: ForwardStep<T>) { T.longShortTermForward(step) }

    static func backward(_ step: BackwardStep<T>) { T.longShortTermBackward(step) }
}

/// The gated recurrent unit whose reset gate comes after the product.
enum GatedCell<T: RecurrentFloat>: RecurrentCell {
    static var addsBiasFirst: Bool { false }
    static var separatesProducts: Bool { true }

    static func forward(_ step: ForwardStep<T>) { T.gatedForward(step) }

    static func backward(_ step: BackwardStep<T>) { T.gatedBackward(step) }
}
