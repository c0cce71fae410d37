/// Arrays as NumPy writes them.
package struct ArrayText {
    /// The line widths, digits and limits.
    package var options: PrintOptions
    /// What string elements are.
    package var strings: StringFace

    /// A function that writes one element, given its index in row-major order.
    package typealias Formatter = (Int) throws -> String

    /// Text with these options.
    package init(_ options: PrintOptions = PrintOptions(), strings: StringFace = .bytes) {
        self.options = options
        self.strings = strings
    }

    /// `repr(array)`.
    package func repr(_ array: Tensor, formatter: Formatter? = nil) rethrows -> String {
        let isImplied = array.count > 0 && Self.impliedTypes.contains(array.dtype)
        let suffix = isImplied ? ")" : ","
        let body =
            array.count > 0 || array.shape == [0]
            ? try text(
                array, separator: ", ", prefix: "array(", suffix: suffix, formatter: formatter)
            : "[], shape=\(array.shape)"
        let text = "array(" + body + suffix
        if isImplied { return text }
        let type = "dtype=\(typeText(array)))"
        let lastLine = text.split(separator: "\n").last ?? ""
        let isLong = lastLine.count + type.count + 1 > options.lineWidth
        return text + (isLong ? "\n      " : " ") + type
    }

    /// `str(array)`; of an array without axes, its element's.
    package func str(_ array: Tensor, formatter: Formatter? = nil) rethrows -> String {
        array.rank == 0
            ? ScalarText.str(array, strings: strings)
            : try text(array, separator: " ", formatter: formatter)
    }

    /// `np.array2string(array)`: aligned to stand between `prefix` and `suffix`, which are not part of
    /// it.
    package func text(
        _ array: Tensor, separator: String = " ", prefix: String = "", suffix: String = "",
        formatter: Formatter? = nil
    ) rethrows -> String {
        if array.count == 0 { return "[]" }
        let isCut = Double(array.count) > options.threshold
        let layout = ArrayLayout(
            shape: array.shape, separator: separator, edgeItems: isCut ? options.edgeItems : nil)
        let shown = layout.shownIndices
        let texts =
            try formatter.map { try shown.map($0) }
            ?? ElementText.texts(
                of: array.gathered(shown), isPadded: array.rank > 0, options, strings: strings)
        return layout.text(
            texts, indent: prefix.count + 1, width: options.lineWidth - suffix.count)
    }

    /// The types whose elements tell them by the way they are written.
    private static let impliedTypes: Set<DType> = [.bool, .int64, .float64, .complex128]

    private func typeText(_ array: Tensor) -> String {
        array.dtype == .string
            ? strings.typeText(array.elements(of: ByteString.self)) : array.dtype.name
    }
}

extension Tensor {
    /// The elements at these row-major indices, as a vector.
    fileprivate func gathered(_ indices: [Int]) -> Tensor {
        func gather<T: TensorScalar>(_: T.Type) -> Tensor {
            withUnsafeBuffer(of: T.self) { elements in Tensor(indices.map { elements[$0] }) }
        }
        return gather(dtype.scalarType)
    }
}
