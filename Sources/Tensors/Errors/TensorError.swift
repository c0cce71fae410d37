/// A mistake in the use of the engine: the facts, from which each face makes its own words.
///
/// `operation` is TensorFlow's name of the operation, such as `AddV2`.
package enum TensorError: Error, Hashable, Sendable {
    /// Nested lists whose lengths differ; `outer` is how far the nest is rectangular.
    case ragged(outer: Shape)
    /// Shapes that do not stretch to one another.
    case notBroadcastable(operation: String, [Shape])
    /// A shape that does not stretch to another.
    case notStretchable(Shape, to: Shape)
    /// Values that do not stretch to the place they are assigned to.
    case notAssignable(Shape, to: Shape)
    /// Matrices whose inner lengths, or batches, differ.
    case matrixSizes(operation: String, Shape, Shape, transposed: [Bool])
    /// Stacks of matrices whose leading axes do not stretch to one another.
    case matrixBatches(operation: String, Shape, Shape)
    /// A matrix product with an operand of too few axes; `position` counts operands from 0.
    case matrixRank(operation: String, position: Int, Shape)
    /// Operand `position` has another type than the first one.
    case typeMismatch(operation: String, position: Int, expected: DType, found: DType)
    /// A conversion between strings and numbers.
    case conversion(from: DType, to: DType)
    /// An operation that does not exist for elements of this type.
    case unsupportedType(operation: String, DType)
    /// An axis that the shape does not have.
    case axisOutOfRange(operation: String, axis: Int, rank: Int)
    /// An axis named twice.
    case repeatedAxis(operation: String, axis: Int)
    /// A permutation of another length than the number of axes.
    case permutationLength(given: Int, rank: Int)
    /// A permutation that leaves out `missing`.
    case permutation([Int], missing: Int)
    /// A number of elements that does not fill the asked shape; a length of -1 is open.
    case reshape(count: Int, to: Shape)
    /// Tensors of different rank, or none, to be joined; `position` is the second one's.
    case concatenationRank(Shape, Shape, position: Int, of: Int)
    /// Tensors to be joined that differ on another axis than the joining one.
    case concatenation(axis: Int, Shape, Shape, position: Int, of: Int)
    /// Scalars to be joined.
    case concatenatedScalars(of: Int)
    /// Tensors to be stacked that differ in shape.
    case stacking(Shape, Shape, position: Int, of: Int)
    /// No tensors where at least one is needed.
    case nothingTo(String)
    /// An integer index beyond an axis of `length`.
    case indexOutOfRange(index: Int, axis: Int, length: Int)
    /// More indices than axes.
    case tooManyIndices(given: Int, rank: Int)
    /// Several `...` in one index.
    case severalEllipses
    /// Integer arrays in one index whose shapes do not stretch to one another.
    case indexShapes([Shape])
    /// A boolean index whose length differs from the axis it stands on.
    case maskLength(axis: Int, length: Int, mask: Int)
    /// A number of values to be assigned that differs from the number of chosen elements.
    case maskedAssignment(values: Int, chosen: Int)
    /// A looked-up row that the table does not have; `position` is where in the indices it stands.
    case lookupOutOfRange(operation: String, index: Int, position: [Int], length: Int)
    /// An index vector that points outside a shape.
    case coordinateOutOfRange(operation: String, [Int], position: [Int], Shape)
    /// Integer division or remainder by zero.
    case divisionByZero(operation: String)
    /// An integer raised to a negative power.
    case negativePower
    /// A squeezed axis whose length is not 1.
    case squeeze(axis: Int, length: Int)
    /// A split into `parts` that do not fill the axis evenly.
    case unevenSplit(axis: Int, length: Int, parts: Int)
    /// Parts of a split that do not add up to the axis.
    case splitSizes([Int], length: Int)
    /// A repeat count for another number of axes, or rows, than there are.
    case multiples(given: Int, rank: Int)
    /// Repeat counts that differ in number from the rows they repeat.
    case repeats(given: Int, length: Int)
    /// Paddings for another number of axes than there are.
    case paddings(Shape, of: Shape)
    /// A slice beyond the end of an axis.
    case sliceSize(axis: Int, size: Int, available: Int)
    /// A reduction over nothing that has no neutral element.
    case emptyReduction(operation: String, axis: Int?, Shape)
    /// More of the largest elements than there are.
    case topK(k: Int, length: Int)
    /// A length below zero.
    case negativeLength(operation: String, Int)
    /// A range whose step is zero or leads away from its end.
    case range(start: String, limit: String, step: String)
    /// A matrix that must be square.
    case notSquare(operation: String, Shape)
    /// A matrix that has no inverse.
    case singular(operation: String)
    /// A tensor of the wrong number of axes.
    case rank(operation: String, needed: Int, Shape)
    /// An equation that names an axis with two lengths.
    case equation(axis: Int, Shape, expected: Int, found: Int)
    /// An equation that does not fit its operands.
    case malformedEquation(String)
    /// A class number outside the columns of the scores.
    case label(Int, classes: Int, labels: [Int])
    /// A tensor that would not fit into memory.
    case tooLarge(Shape, DType)
    /// A gradient asked of a tape that has given its one gradient.
    case tapeSpent
    /// Any other mistake: an argument whose value is out of its domain.
    case invalidArgument(operation: String, String)
}
