package io.github.komaseconnect.print.ipp;

import static org.awaitility.Awaitility.await;

import io.github.komaseconnect.Counts;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The printer of the makers of IPP: {@code ippeveprinter} of Debian's cups-ipp-utils, a program of its own on this computer. It wants an Avahi, which
 * wants a D-Bus: it gets both for itself, on the loopback interface alone. In CI what is missing is installed, where that is possible.
 */
public final class EvePrinter implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("ippeveprinter", "dbus-daemon", "avahi-daemon");
    private static final String[] PACKAGES = {"cups-ipp-utils", "dbus", "avahi-daemon"};
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int port;

    private EvePrinter(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /**
     * Starts one whose jobs take as long as {@code sleep}; empty, and told loudly, where there is none.
     *
     * @param folder for what it prints and needs; a short path, since sockets are in it
     */
    public static Optional<EvePrinter> start(Path folder, Duration sleep) throws Exception {
        if (!areThere() && "true".equals(System.getenv("CI"))) {
            install();
        }
        if (!areThere()) {
            System.out.println("NOTICE: no invoice was printed on a real printer: " + PROGRAMS
                    + " are not all here; apt-get install " + String.join(" ", PACKAGES));
            Counts.of("printed on ippeveprinter").add("skipped", 1).print();
            return Optional.empty();
        }
        EvePrinter printer = new EvePrinter(folder);
        try {
            printer.run(sleep);
            return Optional.of(printer);
        } catch (Exception | AssertionError e) {
            printer.close();
            System.out.println(
                    "NOTICE: no invoice was printed on a real printer: ippeveprinter does not start here: " + e);
            Counts.of("printed on ippeveprinter").add("skipped", 1).print();
            return Optional.empty();
        }
    }

    private static boolean areThere() {
        return PROGRAMS.stream().allMatch(program -> find(program).isPresent());
    }

    private static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Fails silently: whether it helped is seen afterwards. */
    private static void install() throws Exception {
        List<String> packages = new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
        packages.addAll(List.of(PACKAGES));
        for (List<String> command : List.of(List.of("apt-get", "update"), packages)) {
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (IOException noApt) {
                return;
            }
        }
    }

    private void run(Duration sleep) throws Exception {
        Path bus = folder.resolve("bus");
        Path busConfiguration = Files.writeString(folder.resolve("bus.conf"), """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <listen>unix:path=%s</listen>
                  <auth>EXTERNAL</auth>
                  <policy context="default">
                    <allow send_destination="*" eavesdrop="true"/>
                    <allow eavesdrop="true"/>
                    <allow own="*"/>
                  </policy>
                </busconfig>
                """.formatted(bus));
        start(bus, find("dbus-daemon").orElseThrow(), "--config-file=" + busConfiguration, "--nofork", "--nopidfile");
        await().atMost(PATIENCE).until(() -> Files.exists(bus));
        Path avahi = Files.writeString(folder.resolve("avahi.conf"), """
                [server]
                host-name=komas-test
                use-ipv6=no
                allow-interfaces=lo
                [wide-area]
                enable-wide-area=no
                [publish]
                publish-workstation=no
                """);
        start(
                bus,
                find("avahi-daemon").orElseThrow(),
                "-f",
                avahi.toString(),
                "--no-drop-root",
                "--no-chroot",
                "--no-rlimits");
        Path work = Files.writeString(folder.resolve("work"), "#!/bin/sh\nsleep " + sleep.toMillis() / 1000.0 + "\n");
        if (!work.toFile().setExecutable(true)) {
            throw new IOException("not executable: " + work);
        }
        Files.createDirectories(printed());
        await().atMost(PATIENCE).until(() -> answers(bus, work));
    }

    /** It ends at once as long as its Avahi is not ready. */
    private boolean answers(Path bus, Path work) throws Exception {
        Process process = start(
                bus,
                find("ippeveprinter").orElseThrow(),
                "-d",
                printed().toString(),
                "-k",
                "-c",
                work.toString(),
                "-f",
                "application/pdf,application/octet-stream",
                "-p",
                Integer.toString(port),
                "-r",
                "off",
                "Komas");
        await().atMost(PATIENCE).until(() -> !process.isAlive() || isOpen());
        return process.isAlive();
    }

    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process start(Path bus, Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(program.getFileName() + ".log").toFile()));
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + bus);
        Process process = builder.start();
        processes.add(0, process);
        return process;
    }

    /** Its address. */
    public URI address() {
        return URI.create("ipp://127.0.0.1:" + port + "/ipp/print");
    }

    private Path printed() {
        return folder.resolve("printed");
    }

    /** What came out, as it was sent. */
    public List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(printed())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
