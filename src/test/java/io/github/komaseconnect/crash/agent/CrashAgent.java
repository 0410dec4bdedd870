package io.github.komaseconnect.crash.agent;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Makes the JDK's file operations, the drivers of SQLite and PostgreSQL, the HTTP client, the packets of IPP and the SMTP client tell {@link Moments} what they
 * do. The program itself knows nothing of it.
 */
public final class CrashAgent {
    private CrashAgent() {}

    /** @param arguments home, port of the test, and the jar for the boot class loader, with {@code |} between */
    public static void premain(String arguments, Instrumentation instrumentation) throws Exception {
        String[] parts = arguments.split("\\|");
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(new File(parts[2])));
        // a class that is loaded in the middle of the weaving of another is passed over
        Class.forName("java.nio.channels.FileChannel");
        Class.forName("sun.nio.ch.FileChannelImpl");
        install(instrumentation);
        Moments.begin(parts[0], Integer.parseInt(parts[1]));
    }

    private static void install(Instrumentation instrumentation) {
        AgentBuilder builder = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.TypeStrategy.Default.REDEFINE)
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .ignore(none());
        builder = files(builder);
        builder = clients(builder);
        builder = builder.type(named("io.github.komaseconnect.print.BatchTimes"))
                .transform(
                        (type, description, loader, module, domain) -> on(type, TimeAdvice.Next.class, named("next")));
        ledger(builder).installOn(instrumentation);
    }

    private static AgentBuilder files(AgentBuilder builder) {
        return builder.type(named("java.nio.file.Files"))
                .transform((type, description, loader, module, domain) -> on(
                        on(
                                on(
                                        on(type, FileAdvice.Move.class, named("move")),
                                        FileAdvice.Delete.class,
                                        named("delete")),
                                FileAdvice.Delete.class,
                                named("deleteIfExists")),
                        FileAdvice.Folder.class,
                        named("createDirectory")))
                .type(named("sun.nio.ch.FileChannelImpl"))
                .transform((type, description, loader, module, domain) ->
                        on(type, FileAdvice.Force.class, named("force").and(takesArguments(boolean.class))))
                .type(named("java.nio.channels.FileChannel"))
                .transform((type, description, loader, module, domain) ->
                        on(type, FileAdvice.Open.class, named("open").and(takesArguments(3))));
    }

    private static AgentBuilder clients(AgentBuilder builder) {
        return builder.type(named("org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection"))
                .transform((type, description, loader, module, domain) -> on(
                        on(type, CallAdvice.Request.class, named("sendRequestHeader")),
                        CallAdvice.Answer.class,
                        named("receiveResponseHeader")))
                .type(named("org.apache.hc.core5.http.impl.io.BHttpConnectionBase"))
                .transform(
                        (type, description, loader, module, domain) -> on(type, CallAdvice.Sent.class, named("flush")))
                .type(named("com.hp.jipp.encoding.IppOutputStream"))
                .transform((type, description, loader, module, domain) -> on(
                        type,
                        CallAdvice.PrinterRequest.class,
                        named("write").and(takesArgument(0, named("com.hp.jipp.encoding.IppPacket")))))
                .type(named("com.hp.jipp.encoding.IppInputStream"))
                .transform((type, description, loader, module, domain) ->
                        on(type, CallAdvice.PrinterAnswer.class, named("readPacket")))
                .type(named("org.eclipse.angus.mail.smtp.SMTPTransport"))
                .transform((type, description, loader, module, domain) -> on(
                        on(type, CallAdvice.Command.class, named("sendCommand").and(takesArgument(0, String.class))),
                        CallAdvice.Reply.class,
                        named("readServerResponse")));
    }

    private static AgentBuilder ledger(AgentBuilder builder) {
        return builder.type(named("org.sqlite.SQLiteConnection").or(named("org.postgresql.jdbc.PgConnection")))
                .transform((type, description, loader, module, domain) -> on(
                        on(type, LedgerAdvice.Commit.class, named("commit")),
                        LedgerAdvice.Rollback.class,
                        named("rollback").and(takesArguments(0))))
                .type(named("org.sqlite.jdbc3.JDBC3PreparedStatement")
                        .or(named("org.postgresql.jdbc.PgPreparedStatement")))
                .transform((type, description, loader, module, domain) -> on(
                        type,
                        LedgerAdvice.Statement.class,
                        named("execute")
                                .or(named("executeUpdate"))
                                .or(named("executeLargeUpdate"))
                                .or(named("executeBatch"))
                                .and(takesArguments(0))));
    }

    private static DynamicType.Builder<?> on(
            DynamicType.Builder<?> type, Class<?> advice, ElementMatcher<? super MethodDescription> methods) {
        return type.visit(Advice.to(advice).on(not(isAbstract()).and(methods)));
    }
}
