package io.github.komaseconnect.hostile;

import java.nio.file.Path;

/** A place where XML that others wrote enters. */
@FunctionalInterface
public interface XmlEntrance {
    /**
     * What becomes of it.
     *
     * @param folder an empty one; whatever is written goes into it
     */
    Fate enter(XmlAttack attack, Path folder) throws Exception;

    /**
     * What became of it.
     *
     * @param refused whether the document was refused, or held
     * @param words all that was said of it or made of it in text
     */
    record Fate(boolean refused, String words) {}
}
