/// One example of each pattern, and a series of them all: where the digests of patterns come from,
/// which hardly ever appear in a series that is only hostile.
package enum CandleExamples {
    /// What every example begins with, so that long and short mean something: bodies of 10 in
    /// ranges of 20 around 1,000.
    package static let beginning: [[Double]] = (0..<12).map { bar in
        bar % 2 == 0 ? [1_005, 1_010, 990, 995] : [995, 1_010, 990, 1_005]
    }

    /// The bars of a pattern (open, high, low, close), of its bullish form where it has two.
    package static let bars: [CandlePattern: [[Double]]] = Dictionary(
        uniqueKeysWithValues: text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            let prices = words.dropFirst().compactMap { Double($0) }
            return CandlePattern(rawValue: String(words[0])).map { pattern in
                (
                    pattern,
                    stride(from: 0, to: prices.count, by: 4).map { Array(prices[$0..<$0 + 4]) }
                )
            }
        })

    /// Bars upside down: bullish becomes bearish.
    package static func mirrored(_ bars: [[Double]]) -> [[Double]] {
        bars.map { bar in
            [2_000 - bar[0], 2_000 - bar[2], 2_000 - bar[1], 2_000 - bar[3]]
        }
    }

    /// Open, high, low and close of every example and its mirror, and of 2,048 candles whose
    /// lengths are few, so that they often tie.
    package static let columns: [[Double]] = {
        let examples = CandlePattern.allCases.flatMap { pattern in
            let example = beginning + (bars[pattern] ?? [])
            return example + mirrored(example)
        }
        let all = examples + random
        return (0..<4).map { column in all.map { $0[column] } }
    }()

    private static let random: [[Double]] = {
        let bodies = [0, 2, 9, 40, 150, 400], gaps = [0, 0, 0, 5, 60, 250]
        let shadows = [0, 0, 3, 30, 120, 350]
        var random = SplitMix64(state: 1)
        var (close, sign) = (1 << 20, 1)
        return (0..<2_048).map { _ in
            let bits = random.next()
            func choice(_ list: [Int], _ shift: UInt64) -> Int { list[Int((bits >> shift) % 6)] }
            if bits % 5 < 2 { sign = -sign }
            let open = close + (bits >> 24 & 1 == 0 ? choice(gaps, 16) : -choice(gaps, 16))
            close = open + sign * choice(bodies, 8)
            let high = max(open, close) + choice(shadows, 32)
            let low = min(open, close) - choice(shadows, 40)
            return [open, high, low, close].map { Double($0) }
        }
    }()

    private static let text = """
        two-crows 1005 1024 1005 1024 1036 1036 1014 1030 1033 1037 1011 1012
        three-black-crows 1007 1024 1007 1023 1022 1022 1006 1006 1009 1009 1004 1004 1005 1010 \
        992 992
        three-inside 1003 1003 991 991 994 1006 994 994 995 1007 995 1007
        three-line-strike 1005 1007 1004 1007 1010 1011 993 1011 1011 1015 1000 1015 1018 1020 \
        994 996
        three-outside 1003 1005 999 1001 1000 1005 1000 1005 1005 1006 1005 1006
        three-stars-in-south 1014 1014 983 1002 1006 1006 988 1001 1001 1001 998 1000
        three-white-soldiers 1002 1004 1002 1004 1004 1007 1004 1007 1009 1021 1009 1021
        abandoned-baby 1005 1007 993 993 991 991 991 991 992 1009 992 1009
        advance-block 1001 1016 1001 1016 1018 1021 1018 1018 1021 1021 1021 1021
        belt-hold 1006 1018 1006 1018
        breakaway 987 988 957 957 954 966 941 941 941 941 929 929 929 935 924 924 925 956 925 956
        closing-marubozu 1002 1014 1002 1014
        concealing-baby-swallow 1005 1005 1000 1001 1000 1000 985 985 983 986 976 976 980 989 \
        975 978
        counterattack 1025 1025 1010 1013 998 1014 998 1014
        dark-cloud-cover 1009 1022 1009 1022 1024 1024 1011 1011
        doji 1005 1005 1005 1005
        doji-star 1006 1006 994 994 993 993 993 993
        dragonfly-doji 1023 1023 1020 1023
        engulfing 1027 1027 1026 1026 1025 1028 1023 1028
        evening-doji-star 1004 1022 1004 1018 1019 1020 1010 1020 1020 1020 1008 1008
        evening-star 1005 1019 1005 1019 1021 1022 1020 1020 1022 1022 1006 1006
        gap-side-by-side-white 1008 1008 1006 1008 1009 1009 1007 1009 1009 1009 1009 1009
        gravestone-doji 1003 1006 1003 1003
        hammer 990 990 990 990 990 990 989 990
        hanging-man 1002 1002 1002 1002 1002 1002 1001 1002
        harami 1017 1017 1005 1005 1008 1010 1008 1010
        harami-cross 1007 1007 995 995 996 997 996 996
        high-wave 1018 1022 1015 1019
        hikkake 1015 1019 1015 1019 1018 1018 1018 1018 1017 1017 1015 1015
        modified-hikkake 1004 1022 1004 1020 1020 1020 1017 1020 1018 1019 1018 1018 1006 1006 \
        1006 1006
        homing-pigeon 982 982 970 970 973 973 972 972
        identical-three-crows 1005 1005 1003 1003 1003 1003 1001 1001 1001 1001 995 995
        in-neck 1004 1004 992 992 989 993 989 993
        inverted-hammer 1005 1005 1003 1004 1003 1005 1003 1003
        kicking 1020 1020 1005 1005 1025 1042 1025 1042
        kicking-by-length 1001 1017 1001 1017 997 997 985 985
        ladder-bottom 1008 1008 1001 1001 1001 1001 976 993 993 993 987 990 990 1002 982 983 992 \
        1014 986 1014
        long-legged-doji 1002 1002 1001 1002
        long-line 1004 1016 1004 1016
        marubozu 1020 1032 1020 1032
        matching-low 1005 1005 1004 1004 1004 1004 1003 1003
        mat-hold 1003 1037 1003 1033 1037 1037 1034 1034 1034 1034 1031 1031 1028 1043 1028 1032 \
        1050 1068 1047 1068
        morning-doji-star 1005 1005 988 989 987 987 987 987 987 999 987 999
        morning-star 1005 1005 991 991 990 990 990 990 989 1002 989 1002
        on-neck 1006 1006 994 994 993 993 993 993
        piercing 1005 1005 992 992 990 1005 990 1003
        rickshaw-man 1008 1009 1007 1008
        rising-falling-three-methods 1005 1029 1005 1027 1027 1041 1021 1021 1021 1030 1015 1015 \
        1016 1029 1011 1011 1013 1037 1013 1036
        separating-lines 1005 1007 1004 1004 1004 1016 1004 1016
        shooting-star 1005 1005 1005 1005 1006 1008 1005 1006
        short-line 1004 1005 1004 1005
        spinning-top 1015 1018 1013 1016
        stalled 1005 1023 1005 1022 1006 1024 1006 1024 1021 1029 1015 1029
        stick-sandwich 1009 1009 1007 1008 1009 1013 1009 1010 1013 1017 1008 1008
        takuri 1008 1008 1007 1008
        tasuki-gap 1029 1034 1029 1034 1038 1041 1038 1041 1040 1040 1031 1035
        thrusting 1005 1005 993 993 992 996 991 996
        tristar 1014 1014 1014 1014 1011 1011 1011 1011 1014 1014 1014 1014
        unique-three-river 1005 1005 992 992 996 996 990 993 991 996 991 991
        upside-gap-two-crows 1005 1017 1001 1017 1036 1036 1023 1035 1038 1039 1010 1025
        side-gap-three-methods 1005 1016 1005 1012 1014 1018 1014 1018 1017 1017 1009 1009
        """
}
