import ServiceCommands
import Strategies

/// The service program: the live side's commands with the catalogue of strategies.
@main
struct FinstageService {
    static func main() { ServiceProgram.run(StrategyCatalog.all) }
}
