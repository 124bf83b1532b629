/// The known name nearest to a mistyped one, for "did you mean …?"; nil when none is near.
///
/// Near means at most a third of the letters (at least one) inserted, left out, replaced or
/// swapped with their neighbour; case does not count. Ties go to the first name.
///
/// - Parameters:
///   - name: what somebody typed.
///   - names: what there is.
/// - Returns: the nearest name; nil when none is near.
public func nearest(_ name: String, in names: some Sequence<String>) -> String? {
    let typed = Array(name.lowercased())
    let limit = max(1, typed.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in names {
        let distance = editDistance(typed, Array(candidate.lowercased()))
        if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
}

/// The least number of insertions, omissions, replacements and swaps of neighbours.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var (twoBack, oneBack) = ([Int](), Array(0...right.count))
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let isEqual = left[row] == right[column]
            var least = min(
                oneBack[column] + (isEqual ? 0 : 1), oneBack[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                least = min(least, twoBack[column - 1] + 1)
            }
            current.append(least)
        }
        (twoBack, oneBack) = (oneBack, current)
    }
    return oneBack[right.count]
}
