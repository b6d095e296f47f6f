package support.promotion.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import support.people.PartnerKind;
import support.promotion.Campaign;
import support.site.web.Typed;

/**
 * A campaign as a lead writes it down: anything may be missing or absurd.
 *
 * @param seen the version that the page showed
 */
record CampaignForm(
        @Nullable String name,
        @Nullable String app,
        @Nullable String discount,
        @Nullable List<String> kinds,
        @Nullable String quota,
        @Nullable String firstDay,
        @Nullable String lastDay,
        @Nullable String seen) {

    static CampaignForm of(Campaign campaign) {
        return new CampaignForm(
                campaign.name(),
                String.valueOf(campaign.app()),
                campaign.discount(),
                campaign.kinds().stream().map(Enum::name).toList(),
                String.valueOf(campaign.quota()),
                campaign.firstDay().toString(),
                campaign.lastDay().toString(),
                String.valueOf(campaign.version()));
    }

    public boolean isFor(PartnerKind kind) {
        return kinds != null && kinds.contains(kind.name());
    }

    /** Empty when something is wrong with it. */
    Optional<Campaign> read(long id, BindingResult errors) {
        String called = atMost(Campaign.LONGEST_NAME, name, "name", errors);
        String less = percent(atMost(Campaign.LONGEST_DISCOUNT, discount, "discount", errors));
        long of = Typed.number(app);
        if (of < 0) {
            errors.rejectValue("app", "raise.app.empty");
        }
        Set<PartnerKind> entitled =
                Arrays.stream(PartnerKind.values()).filter(this::isFor).collect(Collectors.toSet());
        if (entitled.isEmpty()) {
            errors.rejectValue("kinds", "campaign.kinds.empty");
        }
        long most = Typed.number(quota);
        if (most < 0 || most > Campaign.LARGEST_QUOTA) {
            errors.rejectValue("quota", "campaign.quota.wrong");
        }
        LocalDate first = day(firstDay, "firstDay", errors);
        LocalDate last = day(lastDay, "lastDay", errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.rejectValue("lastDay", "campaign.lastDay.before");
        }
        if (errors.hasErrors() || first == null || last == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Campaign(id, of, called, less, entitled, (int) most, first, last, (int) Typed.number(seen)));
    }

    /** {@code 20} and {@code 20%} mean the same. */
    private static String percent(String typed) {
        return typed.matches("\\d{1,3} ?%?") ? typed.replaceAll("\\D", "") + " %" : typed;
    }

    private static @Nullable LocalDate day(@Nullable String typed, String field, BindingResult errors) {
        LocalDate day = Typed.day(typed);
        if (day == null) {
            errors.rejectValue(field, "campaign.day.wrong");
        }
        return day;
    }

    private static String atMost(int most, @Nullable String typed, String field, BindingResult errors) {
        String text = Typed.line(typed);
        if (text.length() > most || text.isEmpty()) {
            errors.rejectValue(field, "campaign." + field + ".wrong");
        }
        return text;
    }
}
