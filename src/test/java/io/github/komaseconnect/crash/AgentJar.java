package io.github.komaseconnect.crash;

import io.github.komaseconnect.crash.agent.CrashAgent;
import io.github.komaseconnect.crash.agent.Moments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** The agent of {@code crash.agent} as the two jars that a JVM wants: the agent, and what the JDK's classes call. */
final class AgentJar {
    private static final String PACKAGE = CrashAgent.class.getPackageName() + ".";
    private static final List<String> CALLED = List.of("Moments", "Places");
    private static final List<String> WEAVING = List.of(
            "CrashAgent",
            "FileAdvice",
            "FileAdvice$Move",
            "FileAdvice$Delete",
            "FileAdvice$Folder",
            "FileAdvice$Open",
            "FileAdvice$Force",
            "CallAdvice",
            "CallAdvice$Request",
            "CallAdvice$Sent",
            "CallAdvice$Answer",
            "CallAdvice$Command",
            "CallAdvice$Reply",
            "CallAdvice$PrinterRequest",
            "CallAdvice$PrinterAnswer",
            "TimeAdvice",
            "TimeAdvice$Next",
            "LedgerAdvice",
            "LedgerAdvice$Commit",
            "LedgerAdvice$Rollback",
            "LedgerAdvice$Statement");

    private final Path agent;
    private final Path called;

    /** Packs them into this folder. */
    AgentJar(Path folder) throws IOException {
        agent = folder.resolve("crash-agent.jar");
        called = folder.resolve("crash-moments.jar");
        Manifest manifest = manifest();
        manifest.getMainAttributes().putValue("Premain-Class", CrashAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, byteBuddy());
        pack(agent, manifest, WEAVING);
        pack(called, manifest(), CALLED);
    }

    /** The option for Java; the agent calls the test on this port. */
    String option(Path home, int port) {
        return "-javaagent:" + agent + "=" + home + "|" + port + "|" + called;
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    private static String byteBuddy() {
        return ByteBuddy.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
    }

    private static void pack(Path jar, Manifest manifest, List<String> classes) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : classes) {
                String file = (PACKAGE + name).replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(file));
                try (InputStream in = Moments.class.getResourceAsStream("/" + file)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }
}
