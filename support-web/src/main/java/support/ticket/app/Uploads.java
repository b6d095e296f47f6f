package support.ticket.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import support.people.Viewer;
import support.scan.app.SentFiles;
import support.ticket.TicketFile;
import support.ticket.persistence.Attachments;
import support.ticket.persistence.TicketView;

/** Takes the files that people choose in a form and keeps them until the form is sent, also when the form has errors. */
@Component
public class Uploads {
    /** A file that was not taken. */
    public record Refused(String name, Reason reason) {
        public enum Reason {
            TOO_LARGE,
            TOO_MANY,
            /** The virus scanner knows it. */
            HARMFUL,
            /** The virus scanner does not answer. */
            UNCHECKED
        }
    }

    private static final Tika TYPES = new Tika();

    private final Attachments attachments;
    private final SentFiles scanned;
    private final Clock clock;

    Uploads(Attachments attachments, SentFiles scanned, Clock clock) {
        this.attachments = attachments;
        this.scanned = scanned;
        this.clock = clock;
    }

    /**
     * Keeps what can be kept, says of the rest why not. A scanner that does not answer is not asked about the files after, so
     * that nobody waits for it ten times. No transaction is open while it looks.
     */
    public List<Refused> stage(List<MultipartFile> files, UUID nonce, Viewer by) {
        List<Refused> refused = new ArrayList<>();
        int room = TicketFile.MOST - attachments.staged(nonce, by).size();
        for (MultipartFile file : files) {
            String name = TicketFile.safeName(String.valueOf(file.getOriginalFilename()));
            if (file.isEmpty() && name.equals("file")) {
                continue; // an input in which nothing was chosen
            }
            if (file.getSize() > TicketFile.LARGEST) {
                refused.add(new Refused(name, Refused.Reason.TOO_LARGE));
            } else if (room <= 0) {
                refused.add(new Refused(name, Refused.Reason.TOO_MANY));
            } else if (refused.stream().anyMatch(before -> before.reason == Refused.Reason.UNCHECKED)) {
                refused.add(new Refused(name, Refused.Reason.UNCHECKED));
            } else {
                Optional<Refused.Reason> objection = stage(file, name, nonce, by);
                objection.ifPresent(reason -> refused.add(new Refused(name, reason)));
                room -= objection.isEmpty() ? 1 : 0;
            }
        }
        return refused;
    }

    private Optional<Refused.Reason> stage(MultipartFile sent, String name, UUID nonce, Viewer by) {
        return switch (scanned.look(sent, by.id())) {
            case UNKNOWN -> Optional.of(Refused.Reason.UNCHECKED);
            case HARMFUL -> Optional.of(Refused.Reason.HARMFUL);
            case CLEAN -> {
                keep(sent, name, nonce, by);
                yield Optional.empty();
            }
        };
    }

    private void keep(MultipartFile sent, String name, UUID nonce, Viewer by) {
        try (InputStream content = sent.getInputStream()) {
            TicketFile file = new TicketFile(UUID.randomUUID(), name, mediaType(sent), sent.getSize(), sha256(sent));
            attachments.stage(file, nonce, by, clock.instant(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional
    public void unstage(List<UUID> files, Viewer by) {
        files.forEach(file -> attachments.unstage(file, by));
    }

    @Transactional(readOnly = true)
    public List<TicketView.File> staged(UUID nonce, Viewer by) {
        return attachments.staged(nonce, by);
    }

    private static String mediaType(MultipartFile sent) throws IOException {
        try (InputStream content = sent.getInputStream()) {
            return TYPES.detect(content);
        }
    }

    private static byte[] sha256(MultipartFile sent) throws IOException {
        try (DigestInputStream content = new DigestInputStream(sent.getInputStream(), sha256())) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return content.getMessageDigest().digest();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
