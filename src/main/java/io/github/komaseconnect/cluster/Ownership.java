package io.github.komaseconnect.cluster;

/** For whom this runtime works now. */
public interface Ownership {
    /** Stands for what is done once for all companies together. */
    String EVERYBODY = "";

    /** Whether something new may be begun for this company. */
    boolean owns(String company);

    /**
     * Whether this runtime answers for a company: its own, and those that no runtime has when it does what is done once
     * for all.
     */
    boolean answersFor(String company);

    /** Of a runtime that is alone: everything. */
    static Ownership ofAll() {
        return new Ownership() {
            @Override
            public boolean owns(String company) {
                return true;
            }

            @Override
            public boolean answersFor(String company) {
                return true;
            }
        };
    }
}
