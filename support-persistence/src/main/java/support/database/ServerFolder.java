package support.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The folder of the embedded server: its programs, its data, its passwords and its log. Everything appears under its
 * final name only when it is whole, so that being killed half-way leaves nothing that a later start would trust.
 */
record ServerFolder(Path root) {
    private static final int SECRET_BYTES = 24;
    private static final int KEY_BYTES = 32;
    private static final long LOG_LIMIT_BYTES = 8L << 20;

    static ServerFolder at(Path path) throws IOException {
        Path root = path.toAbsolutePath().normalize();
        Files.createDirectories(root);
        return new ServerFolder(root.toRealPath());
    }

    Path programs() {
        return root.resolve("server");
    }

    Path data() {
        return root.resolve("data");
    }

    Path unfinishedData() {
        return root.resolve("data.unfinished");
    }

    /** Of the user who owns the data. */
    Path passwordFile() {
        return root.resolve("password");
    }

    /** Of the user whom the desk is at work. */
    Path appPasswordFile() {
        return root.resolve("password-app");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    String password() throws IOException {
        return secretIn(passwordFile(), () -> HexFormat.of().formatHex(random(SECRET_BYTES)));
    }

    String appPassword() throws IOException {
        return secretIn(appPasswordFile(), () -> HexFormat.of().formatHex(random(SECRET_BYTES)));
    }

    /** Of what the desk encrypts with. */
    String secretKey() throws IOException {
        return secretIn(root.resolve("secret-key"), () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    }

    /** Made on first use and readable by the owner of the folder alone. */
    private String secretIn(Path file, Supplier<String> secret) throws IOException {
        if (!Files.exists(file)) {
            Path unfinished = root.resolve(file.getFileName() + ".unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, ownerOnly());
            Files.writeString(unfinished, secret.get());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /** Sets a long log aside, so that two of limited length are the most there can be. */
    void turnOverLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT_BYTES) {
            Files.move(log(), root.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static byte[] random(int bytes) {
        byte[] secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
