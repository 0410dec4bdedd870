package io.github.komaseconnect.relation;

/** A growing explanation in two languages. */
record Why(String dutch, String english) {
    Why and(String moreDutch, String moreEnglish) {
        return new Why(dutch + "; " + moreDutch, english + "; " + moreEnglish);
    }
}
