import Commands
import Strategies

/// The research program: the commands with the catalogue of strategies.
///
/// Nothing else stands here, so that an edited strategy compiles these lines again and no command.
@main
struct Finstage {
    static func main() { ResearchProgram.run(StrategyCatalog.all) }
}
