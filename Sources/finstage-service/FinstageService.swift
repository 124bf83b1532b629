@main struct Service { static func main() {} }
