package support.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as a Maven artifact carries them: one archive for each system and processor. */
final class Archive {
    private static final int OWNER_EXECUTES = 0100;

    private Archive() {}

    /** Unpacks the programs for this machine once; the folder's name changes when the archive does. */
    static Path unpackedIn(Path folder) throws IOException {
        String system = system();
        URL archive = Archive.class.getResource("/postgres-" + system + ".txz");
        if (archive == null) {
            throw new DatabaseRefusedException("The desk brings no PostgreSQL for this machine (" + system
                    + "): give it a database with DESK_DB_URL.");
        }
        Path target = folder.resolve(system + "-" + archive.openConnection().getContentLengthLong());
        if (!Files.exists(target)) {
            Path unfinished = folder.resolve("unfinished");
            ServerFolder.delete(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (name.startsWith("mac") ? "darwin" : name)
                + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> processor;
                };
    }

    private static void unpack(URL archive, Path into) throws IOException {
        Files.createDirectories(into);
        try (InputStream in = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, into);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? path : path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path);
            if ((entry.getMode() & OWNER_EXECUTES) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
