/// Fills axes with the colours of a scale.
struct ColorBarDrawing {
    let bar: Axes.ColorBar
    let frame: Frame

    func draw(on canvas: inout Canvas) {
        let count = min(max(bar.scale.map.colors.count, 1), 255)
        let values = (0..<count).map { index in
            let share = (Double(index) + 0.5) / Double(count)
            return bar.isVertical ? 1 - share : share
        }
        let scale = ColorScale(bar.scale.map, low: 0, high: 1)
        let picture = Picture(
            values: values, width: bar.isVertical ? 1 : count, height: bar.isVertical ? count : 1,
            scale: scale, alpha: bar.alpha)
        canvas.image(
            picture, in: frame, flipsX: false, flipsY: false, isSmooth: false, clip: nil)
    }
}
