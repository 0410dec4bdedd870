package io.github.komaseconnect.delivery;

/**
 * How many more may be handed out.
 *
 * @param free so many get a place, which is kept for them
 * @param ahead none is free, but so many by Peppol may be made ready without one
 */
record Room(int free, int ahead) {
    int most() {
        return free + ahead;
    }
}
