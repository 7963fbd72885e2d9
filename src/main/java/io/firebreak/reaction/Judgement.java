package io.firebreak.reaction;

/** What a person says where the numbers don't decide. */
public enum Judgement {
    RESPOND_AGAIN(Verdict.GROWS, "another answer is needed."),
    KEEP_WATCHING(Verdict.SETTLING, "they are watched on."),
    IT_IS_CALM(Verdict.CALM, "it is calm.");

    private final Verdict verdict;
    private final String sentence;

    Judgement(Verdict verdict, String sentence) {
        this.verdict = verdict;
        this.sentence = sentence;
    }

    /** What the table would have had to say. */
    public Verdict verdict() {
        return verdict;
    }

    String sentence() {
        return sentence;
    }
}
