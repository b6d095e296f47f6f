package support.scan.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import support.audit.Deed;
import support.audit.app.Audit;

/** Looks at each file that a person sends, whatever it is for, and writes down who sent a harmful one. */
@Component
public class SentFiles {
    private final FileScanner scanner;
    private final Audit audit;

    SentFiles(FileScanner scanner, Audit audit) {
        this.scanner = scanner;
        this.audit = audit;
    }

    /**
     * What came of looking. No transaction may be open while it lasts.
     *
     * @param by the number of the person who has sent it
     */
    public Finding.Kind look(MultipartFile sent, long by) {
        try (InputStream content = sent.getInputStream()) {
            Finding finding = scanner.look(content);
            if (finding.kind() == Finding.Kind.HARMFUL) {
                audit.person(Deed.FILE_REFUSED, by, by, Map.of("found", finding.name()));
            }
            return finding.kind();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
