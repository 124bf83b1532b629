import LabCommands
import Strategies

/// The lab: the commands that measure and verify, with the catalogue of strategies.
@main
struct FinstageLab {
    static func main() { LabProgram.run(StrategyCatalog.all) }
}
