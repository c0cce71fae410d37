@main
struct NBRun {
    static func main() {}
}
