package support.training.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import support.training.Certificate;

/**
 * A certificate to print: one page across, the same bytes each time. Its font has Latin, Greek and Cyrillic letters; what else a
 * name has becomes a question mark, and stands rightly on the page that the certificate names.
 */
final class CertificatePdf {
    /** What stands on it from top to bottom, each line with the size of its letters in points. */
    record Line(String text, float size) {}

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle ACROSS = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MARGIN = 56;
    private static final float TOP = 440;
    private static final float LEADING = 1.9f;
    private static final float THOUSAND = 1000;

    private CertificatePdf() {}

    /** @param title for programs that list documents */
    static byte[] of(Certificate certificate, String title, List<Line> lines) {
        try (PDDocument document = new PDDocument();
                InputStream letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            PDType0Font font = PDType0Font.load(document, letters);
            describe(document, certificate, title);
            PDPage page = new PDPage(ACROSS);
            document.addPage(page);
            write(document, page, font, lines);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, Certificate certificate, String title) {
        document.setDocumentId((long) certificate.number().hashCode());
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation()
                .setCreationDate(GregorianCalendar.from(certificate.issued().atStartOfDay(ZoneOffset.UTC)));
        document.getDocumentCatalog().setLanguage("en");
    }

    private static void write(PDDocument document, PDPage page, PDType0Font font, List<Line> lines) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setLineWidth(2);
            content.addRect(MARGIN / 2, MARGIN / 2, ACROSS.getWidth() - MARGIN, ACROSS.getHeight() - MARGIN);
            content.stroke();
            float y = TOP;
            for (Line line : lines) {
                String text = writable(font, line.text);
                float width = font.getStringWidth(text) / THOUSAND;
                float size = Math.min(line.size, (ACROSS.getWidth() - 2 * MARGIN) / Math.max(width, 1));
                content.beginText();
                content.setFont(font, size);
                content.newLineAtOffset((ACROSS.getWidth() - width * size) / 2, y);
                content.showText(text);
                content.endText();
                y -= line.size * LEADING;
            }
        }
    }

    private static String writable(PDType0Font font, String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(sign -> has(font, sign) ? sign : "?")
                .collect(Collectors.joining());
    }

    private static boolean has(PDType0Font font, String sign) {
        try {
            font.encode(sign);
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }
}
