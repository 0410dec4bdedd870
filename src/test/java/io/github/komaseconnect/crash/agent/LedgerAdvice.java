package io.github.komaseconnect.crash.agent;

import net.bytebuddy.asm.Advice;

/** What is woven into the driver of the ledger's database. */
final class LedgerAdvice {
    private LedgerAdvice() {}

    /** A transaction becomes durable. */
    static final class Commit {
        private Commit() {}

        @Advice.OnMethodEnter
        static void before() {
            Moments.commit("before");
        }

        @Advice.OnMethodExit
        static void after() {
            Moments.commit("after");
        }
    }

    /** A transaction is given up. */
    static final class Rollback {
        private Rollback() {}

        @Advice.OnMethodEnter
        static void before() {
            Moments.rollback();
        }
    }

    /** A statement is carried out; the driver's statements show their SQL. */
    static final class Statement {
        private Statement() {}

        @Advice.OnMethodEnter
        static void before(@Advice.This Object statement) {
            Moments.statement(statement.toString());
        }
    }
}
