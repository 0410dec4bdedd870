package io.github.komaseconnect.invoice;

/**
 * Whether a byte makes sense in Windows-1252 between its neighbours. The same bytes are other characters in DOS (code page
 * 850), in Windows for Central Europe (1250) and in ISO-8859-15, and stand in other places there: {@code ²} of DOS, behind
 * {@code m}, is {@code ý} in Windows.
 */
enum WindowsSense {
    /** Nothing speaks against it. */
    FINE,
    /** In DOS nobody would write what stands there then. */
    PROOF,
    /** As likely in another encoding. */
    UNSURE,
    /** Only in DOS. */
    NONSENSE,
    /**
     * Only in Central Europe, whose Windows has é, ö and € in the same places, or in a measure of DOS: nothing else in the
     * document is a proof against that.
     */
    FOREIGN;

    /** Quotes that open, and the sign of the guilder: never just behind a letter. In DOS they are é, ä and â. */
    private static final String NEVER_BEHIND_A_LETTER = "\u0082\u0083\u0084\u0091\u0093\u008B";
    /** Apostrophe and dashes may stand within a word, and so may the letters of this range. */
    private static final String WITHIN_A_WORD = "\u0092\u0096\u0097\u008A\u008C\u008E\u009A\u009C\u009E\u009F";
    /** Capitals of this range: behind a small letter they are signs of another encoding, such as è and î in DOS. */
    private static final String CAPITALS = "\u008A\u008C\u008E\u009F";
    /** Hardly used signs, and the three dots; in DOS letters with which words begin and end, among them à. */
    private static final String RARE = "\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008B\u008C\u008E\u0098\u009B";
    /** Letters that are never a word by themselves, where DOS has £, × and ƒ. */
    private static final String NEVER_ALONE = "\u009C\u009E\u009F";
    /** The sign of currency and the sign of negation, which nobody uses; ¼ in DOS. */
    private static final String NEVER = "\u00A4\u00AC";
    /** Between capitals as likely Ê, Ë, È, Ï and Ì of DOS. */
    private static final String CAPITALS_OF_DOS = "\u00D2\u00D3\u00D4\u00D8\u00DE";
    /** Within a word as likely ß, õ, µ and an accent of DOS. */
    private static final String SMALL_OF_DOS = "\u00E1\u00E4\u00EF";
    /** Never within a word of Western Europe; ě, ő and ů of Central Europe. */
    private static final String SMALL_OF_CENTRAL_EUROPE = "\u00EC\u00F5\u00F9";
    /** As usual in a word of Central Europe: í, ú and ý, and where ø, æ, ñ and û are, ř, ć, ń and ű. */
    private static final String SMALL_OF_BOTH = "\u00ED\u00FA\u00FD\u00F8\u00E6\u00F1\u00FB";

    private static final int SOME_NEIGHBOUR = ' ';

    /**
     * @param before the byte before it, -1 at the beginning
     * @param next the byte after it, -1 at the end
     * @param letters how many letters stand directly before it
     */
    static WindowsSense of(int before, int one, int next, long letters) {
        if (one < 0x80) {
            return FINE;
        }
        if (one < 0xA0) {
            return ofSign(before, one, next);
        }
        return isLetter(one) ? ofLetter(before, one, next, letters) : ofSymbol(before, one, next, letters);
    }

    /** Of 0x80 to 0x9F. */
    private static WindowsSense ofSign(int before, int one, int next) {
        boolean behind = isLetter(before);
        boolean ahead = isLetter(next);
        boolean odd = behind && (has(NEVER_BEHIND_A_LETTER, one) || ahead && !has(WITHIN_A_WORD, one))
                || has(CAPITALS, one) && isSmall(before)
                || has(NEVER_ALONE, one) && !behind && !ahead
                || one == 0x9A && isCapital(before) && isCapital(next)
                || one == 0x99 && ahead;
        if (odd) {
            return NONSENSE;
        }
        boolean crowded = (one == 0x91 || one == 0x93) && (isSign(before) || isSign(next));
        boolean bracketed = one == 0x85 && (next == ']' || next == ')');
        if (crowded || has(RARE, one) && !bracketed) {
            return UNSURE;
        }
        return switch (one) {
            case 0x80 -> behind || ahead ? UNSURE : PROOF;
            case 0x8A -> ahead ? FINE : UNSURE;
            case 0x92 -> isSmall(before) && isSmall(next) ? PROOF : FINE;
            case 0x94 -> ahead ? UNSURE : FINE;
            case 0x95 -> behind ? UNSURE : FINE;
            case 0x9A -> behind ? FINE : UNSURE;
            default -> FINE;
        };
    }

    /** Of 0xA0 to 0xBF, × and ÷. */
    private static WindowsSense ofSymbol(int before, int one, int next, long letters) {
        boolean behind = isLetter(before);
        boolean ahead = isLetter(next);
        boolean afterDigit = isDigit(before);
        boolean alone = !behind && !ahead;
        boolean number = isDigit(next) || next == SOME_NEIGHBOUR;
        if (has(NEVER, one)) {
            return NONSENSE;
        }
        return switch (one) {
            // box drawing in DOS, or what nobody writes next to anything: these are signs of Windows wherever they
            // stand
            case 0xA0, 0xB0, 0xB2, 0xB4, 0xBD -> FINE;
            case 0xAD -> fineIf(behind && ahead, UNSURE);
            case 0xA1 -> behind ? NONSENSE : fineIf(ahead, UNSURE);
            case 0xBF -> behind ? FOREIGN : fineIf(ahead, UNSURE);
            case 0xA2 -> behind ? NONSENSE : fineIf(afterDigit, UNSURE);
            case 0xA3, 0xA5 -> !alone ? FOREIGN : fineIf(number, UNSURE);
            case 0xA7 -> behind || afterDigit ? NONSENSE : fineIf(number, UNSURE);
            case 0xA9 -> behind && ahead ? NONSENSE : fineIf(!behind, UNSURE);
            case 0xAE -> fineIf(!ahead, UNSURE);
            case 0xAB -> behind || afterDigit ? NONSENSE : fineIf(ahead, UNSURE);
            case 0xAA, 0xBA -> fineIf(afterDigit || before == 'n' || before == 'N', behind ? FOREIGN : NONSENSE);
            case 0xB1 -> fineIf(!behind, NONSENSE);
            case 0xB9 -> fineIf(!behind || isUnit(before, next, letters), FOREIGN);
            case 0xB3 -> fineIf(!behind || isUnit(before, next, letters), FOREIGN);
            case 0xB5 -> behind ? NONSENSE : fineIf(afterDigit || next == 'm' || next == 'F', UNSURE);
            case 0xBC, 0xBE ->
                fineIf(alone || afterDigit || isTimes(before) || isTimes(next) || isThread(before, next), FOREIGN);
            case 0xBB -> behind && ahead ? NONSENSE : UNSURE;
            case 0xD7, 0xF7 -> fineIf(alone || afterDigit, UNSURE);
            case 0xB7 -> UNSURE;
            default -> behind ? NONSENSE : UNSURE;
        };
    }

    private static WindowsSense ofLetter(int before, int one, int next, long letters) {
        boolean behind = isLetter(before);
        boolean ahead = isLetter(next);
        boolean diameter = one == 0xD8 || one == 0xF8;
        if (isDigit(before)) {
            // 2à3 and 110Ø; behind a digit ø is most often the degree sign of DOS
            return fineIf(one == 0xE0 || one == 0xD8, diameter || one == 0xE8 || one == 0xE9 ? UNSURE : NONSENSE);
        }
        if (!behind && isDigit(next)) {
            return fineIf(diameter || one == 0xE0, NONSENSE);
        }
        if (!behind && !ahead) {
            boolean word = one == 0xE0 || one == 0xE9 || one == 0xC0 || one == 0xD8;
            return one == 0xF8 ? UNSURE : fineIf(word, NONSENSE);
        }
        if (one >= 0xFB && one <= 0xFD && isUnit(before, next, letters) || one == 0xF8 && !behind && next == 'C') {
            // square, cubic and degrees of DOS, which mean nothing in Windows, whatever else is Windows
            return FOREIGN;
        }
        return isSmall(one) ? ofSmall(before, one, next) : ofCapital(before, one, next);
    }

    private static WindowsSense ofSmall(int before, int one, int next) {
        if (isCapital(before) && isCapital(next)) {
            return fineIf(one == 0xDF, NONSENSE);
        }
        boolean within = isSmall(before) && isSmall(next);
        boolean central = isLetter(before) && isSmall(next) && has(SMALL_OF_CENTRAL_EUROPE, one)
                || one == 0xE8 && isVowel(next)
                || one == 0xF1 && isLetter(before) && !isVowel(next);
        // in DOS it is ß, which follows a vowel
        boolean sharp = one == 0xE1 && (isVowel(before) || before >= 0x80 || !isLetter(before));
        if (central || sharp || !isLetter(before) && (one == 0xF5 || one == 0xE6)) {
            return UNSURE;
        }
        boolean proves = one >= 0xE0 && !has(SMALL_OF_DOS, one) && !has(SMALL_OF_BOTH, one);
        boolean end = isSmall(before) && !isLetter(next) && (one == 0xE0 || one >= 0xE8 && one <= 0xEB);
        return within && proves || end ? PROOF : FINE;
    }

    private static WindowsSense ofCapital(int before, int one, int next) {
        if (isSmall(before) || isCapital(before) && isSmall(next)) {
            return NONSENSE;
        }
        // Č of Central Europe
        boolean hacek = one == 0xC8 && isVowel(next);
        return fineIf(!hacek && (!has(CAPITALS_OF_DOS, one) || !isCapital(before)), UNSURE);
    }

    private static WindowsSense fineIf(boolean fine, WindowsSense otherwise) {
        return fine ? FINE : otherwise;
    }

    /** Behind m, cm and the like, with nothing of a word behind it: where square and cubic go. */
    private static boolean isUnit(int before, int next, long letters) {
        return (before == 'm' || before == 'M') && letters <= 2 && !isLetter(next);
    }

    /** As in {@code 15x¾}. */
    private static boolean isTimes(int b) {
        return b == 'x' || b == 'X';
    }

    /** As in {@code G¾} and {@code Rp¼}, sizes of pipe threads. */
    private static boolean isThread(int before, int next) {
        return (isCapital(before) || before == 'p') && !isLetter(next);
    }

    private static boolean isVowel(int b) {
        return has("aeiou", b);
    }

    private static boolean has(String signs, int one) {
        return signs.indexOf(one) >= 0;
    }

    private static boolean isSign(int b) {
        return b >= 0x80 && b <= 0x9F;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    static boolean isLetter(int b) {
        return isSmall(b) || isCapital(b);
    }

    private static boolean isSmall(int b) {
        return b >= 'a' && b <= 'z' || b >= 0xDF && b != 0xF7;
    }

    private static boolean isCapital(int b) {
        return b >= 'A' && b <= 'Z' || b >= 0xC0 && b <= 0xDE && b != 0xD7;
    }
}
