package io.github.komaseconnect.watch;

import io.github.komaseconnect.folder.Lane;

/** Looks now and then whether something that should happen does. */
public interface Watch {
    /** A short name, for the log. */
    String name();

    /** Looks once, by {@code lane} where a file system may keep it waiting; raises and clears alarms. */
    void look(Lane lane);
}
