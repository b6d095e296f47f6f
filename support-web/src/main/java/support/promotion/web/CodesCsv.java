package support.promotion.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import support.promotion.persistence.Campaigns;
import support.promotion.persistence.PromoCodes;
import support.site.web.Cells;

/** The codes of a campaign and what became of each; instants in UTC. Others' words are kept from being formulas. */
final class CodesCsv {
    private final Campaigns.Line campaign;
    private final CsvWriter csv;

    CodesCsv(Campaigns.Line campaign, Writer out) {
        this.campaign = campaign;
        csv = CsvWriter.builder().build(out);
        csv.writeRecord("code", "campaign", "app", "state", "partner", "customer", "given_by", "given_at", "reason");
    }

    void write(PromoCodes.Line line) {
        csv.writeRecord(
                line.code(),
                text(campaign.campaign().name()),
                text(campaign.app()),
                line.state().name(),
                text(line.partner()),
                text(line.customer()),
                text(line.person()),
                line.givenAt() == null ? "" : line.givenAt().toString(),
                text(line.reason()));
    }

    void flush() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : Cells.guarded(words);
    }
}
