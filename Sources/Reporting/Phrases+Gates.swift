/// The texts of a page of evidence.
extension Phrases {
    static let gatesKicker = Phrase("Finstage validation", "Finstage 검증")
    static let gates = Phrase("Gates", "관문")
    static let gate = Phrase("Gate", "관문")
    static let gateVerdict = Phrase("Verdict", "판정")
    static let gateValue = Phrase("Value", "값")
    static let gateNeeded = Phrase("Needed", "기준")
    static let gateNeededOwn = Phrase("%1, default %2", "%1, 기본값 %2")
    static let trialsSoFar = Phrase(
        "Trials on this store so far: %1; digest of the ledger %2",
        "이 저장소에서 지금까지 시도한 횟수: %1, 원장 다이제스트 %2")
    static let growthOfOne = Phrase("What one unit became", "1의 성장")
    static let growthNote = Phrase(
        "The mean of the accounts' returns at each bar, compounded; holding likewise.",
        "각 봉에서 계좌 수익률의 평균을 복리로 이은 것이며, 보유 시도 같습니다.")

    private static let verdicts = [
        "passed": Phrase("passed", "통과"), "refused": Phrase("refused", "거부"),
        "accepted": Phrase("accepted", "예외 수용"),
        "own threshold": Phrase("own threshold", "자체 기준"),
    ]

    /// `passed`, `own threshold`, `refused` or `accepted` in a language.
    static func verdict(_ word: String, _ language: Language) -> String {
        verdicts[word]?.text(language) ?? word
    }
}
