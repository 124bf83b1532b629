/// How many cells may be computed, and what each costs.
public struct SearchLimit: Hashable, Sendable {
    /// The most cells.
    public let cells: Int
    /// What is kept of a cell, in bytes.
    public let bytesPerCell: Int
    /// How many cells are computed in a second, measured or expected.
    public let cellsPerSecond: Double

    /// A limit.
    ///
    /// - Parameters:
    ///   - cells: the most cells.
    ///   - bytesPerCell: what is kept of a cell, in bytes.
    ///   - cellsPerSecond: how many are computed in a second; above 0.
    public init(cells: Int, bytesPerCell: Int, cellsPerSecond: Double) {
        precondition(cells >= 1, "cells must be ≥ 1, was \(cells)")
        precondition(bytesPerCell >= 0, "bytesPerCell must be ≥ 0, was \(bytesPerCell)")
        precondition(cellsPerSecond > 0, "cellsPerSecond must be > 0, was \(cellsPerSecond)")
        (self.cells, self.bytesPerCell) = (cells, bytesPerCell)
        self.cellsPerSecond = cellsPerSecond
    }

    /// Refuses more cells than the limit, before anything is computed.
    ///
    /// - Parameter count: how many cells are wanted.
    /// - Throws: an error with their count, memory and time.
    public func demand(_ count: Int) throws(SearchError) {
        if count > cells { throw .tooManyCells(count, limit: self) }
    }

    func refusal(of count: Int) -> String {
        let rate = Int(min(cellsPerSecond.rounded(), 1e15))
        let memory = Quantity.bytes(Double(count) * Double(bytesPerCell))
        let time = Quantity.seconds(Double(count) / cellsPerSecond)
        return "\(Quantity.grouped(count)) cells would keep \(memory) and take \(time) at "
            + "\(Quantity.grouped(rate)) a second; at most \(Quantity.grouped(cells)) are "
            + "computed. Take wider steps, or visit a part of them at random"
    }
}
