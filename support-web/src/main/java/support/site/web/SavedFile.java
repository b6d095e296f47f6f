package support.site.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A file that somebody gave to the desk, for others: saved, never shown, so that nothing in it can act as a page of the desk. */
public final class SavedFile {
    private SavedFile() {}

    /** @param name safe to save under */
    public static ResponseEntity<StreamingResponseBody> answer(String name, long size, StreamingResponseBody bytes) {
        ContentDisposition save = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, save.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(size)
                .body(bytes);
    }
}
