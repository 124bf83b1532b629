/// A part of a constraint, with the column where it begins.
struct ConstraintTerm {
    /// How two numbers are joined.
    enum Arithmetic { case add, subtract, multiply }
    /// How two values are compared; greater is less with its sides exchanged.
    enum Comparison { case less, lessOrEqual, equal, unequal }
    /// How two conditions are joined.
    enum Junction { case and, or }

    /// What the part is.
    indirect enum Content {
        case number(ExactDecimal)
        case truth(Bool)
        case name(String)
        case negative(ConstraintTerm)
        case not(ConstraintTerm)
        case arithmetic(Arithmetic, ConstraintTerm, ConstraintTerm)
        case comparison(Comparison, ConstraintTerm, ConstraintTerm)
        case junction(Junction, ConstraintTerm, ConstraintTerm)
    }

    let column: Int
    let content: Content
}
