/// What can go wrong with the runs that were kept.
public enum RunHistoryError: Error, CustomStringConvertible {
    /// A run could not be written or removed.
    case unwritable(path: String, reason: String)
    /// The catalogue could not be read.
    case unreadable(reason: String)
    /// A file is not as it was when the run was kept.
    case damaged(path: String)
    /// A file of a run's folder is not there.
    case incomplete(missing: String)
    /// A file lies in the folder of a run to which it does not belong.
    case misplaced(path: String, id: String)
    /// There is no run at all.
    case none(asked: String)
    /// No run has this id.
    case unknown(String, nearest: String?)
    /// Several ids begin like this.
    case several(String, ids: [String])

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unwritable(let path, let reason):
            "\(path) could not be written: \(reason); free the disk or choose another --store"
        case .unreadable(let reason): "the run history could not be read: \(reason)"
        case .damaged(let path):
            "a file is damaged: \(path) is not what was written when the run was kept; "
                + "'finstage backtest --run' with the run.yaml beside it makes the run anew"
        case .incomplete(let name):
            "\(name) is missing; put it back from a copy, or make the run anew with 'finstage "
                + "backtest'"
        case .misplaced(let path, let id):
            "\(path) belongs to the run \(id); give the folder that name"
        case .none(let text):
            "'\(text)' is no run, as none is kept in this store; 'finstage backtest' makes one"
        case .unknown(let text, let nearest):
            "no run is called '\(text)'\(nearest.map { "; did you mean '\($0)'?" } ?? ""); "
                + "'finstage runs list' shows all"
        case .several(let text, let ids):
            "\(ids.count) runs begin with '\(text)', such as \(ids[0]) and \(ids[1]); write more "
                + "of the id"
        }
    }
}
