package io.github.komaseconnect.crash.agent;

import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import net.bytebuddy.asm.Advice;

/** What is woven into the JDK's operations on files. */
final class FileAdvice {
    private FileAdvice() {}

    /** A file gets another name. */
    static final class Move {
        private Move() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path from, @Advice.Argument(1) Path to) {
            Moments.moved("before", from, to);
        }

        @Advice.OnMethodExit
        static void after(@Advice.Argument(0) Path from, @Advice.Argument(1) Path to) {
            Moments.moved("after", from, to);
        }
    }

    /** A file is removed. */
    static final class Delete {
        private Delete() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path file) {
            if (file.toFile().exists()) {
                Moments.file("before", "delete", file);
            }
        }
    }

    /** A folder is made. */
    static final class Folder {
        private Folder() {}

        @Advice.OnMethodExit
        static void after(@Advice.Argument(0) Path folder) {
            Moments.made(folder);
        }
    }

    /** A file is there, and empty. */
    static final class Open {
        private Open() {}

        @Advice.OnMethodExit
        static void after(@Advice.Argument(0) Path file, @Advice.Argument(1) Set<?> options) {
            if (options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW)) {
                Moments.file("after", "create", file);
            }
        }
    }

    /** A file is written; what it holds is to be made durable. */
    static final class Force {
        private Force() {}

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("path") String path) {
            Moments.file("before", "sync", path);
        }
    }
}
