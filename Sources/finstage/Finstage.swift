@main
struct Finstage {
    static func main() {}
}
