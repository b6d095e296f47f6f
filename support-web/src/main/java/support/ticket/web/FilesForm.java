package support.ticket.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of a form, as it was sent.
 *
 * @param remove staged files that are to go
 */
record FilesForm(
        @Nullable List<MultipartFile> files, @Nullable List<UUID> remove) {
    List<MultipartFile> added() {
        return files == null ? List.of() : files;
    }

    List<UUID> removed() {
        return remove == null ? List.of() : remove;
    }
}
