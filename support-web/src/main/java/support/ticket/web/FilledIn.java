package support.ticket.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.catalog.App;
import support.catalog.Platform;
import support.catalog.persistence.Apps;
import support.catalog.persistence.Platforms;
import support.coverage.Claim;
import support.coverage.persistence.Judgements;
import support.licence.Licence;
import support.licence.Licensee;
import support.licence.persistence.Licences;
import support.people.Viewer;

/**
 * What the desk knows before somebody fills the form in: the app that they asked about last, or the only one that they have,
 * and where they ran it when they last said so.
 */
@Component
class FilledIn {
    private final Judgements judgements;
    private final Licences licences;
    private final Apps apps;
    private final Platforms platforms;

    FilledIn(Judgements judgements, Licences licences, Apps apps, Platforms platforms) {
        this.judgements = judgements;
        this.licences = licences;
        this.apps = apps;
        this.platforms = platforms;
    }

    /** The form with what is known; what says where the app runs stays as it is. */
    RaiseForm of(RaiseForm form, Viewer viewer) {
        if (form.saysWhere()) {
            return form;
        }
        Optional<Claim> last = judgements.lastClaim(viewer.id(), form.app());
        return last.map(claim -> form.about(claim.app(), claim.appVersion(), about(claim)))
                .orElseGet(() -> form.about(form.app() == null ? only(viewer) : form.app(), "", CoverageForm.EMPTY));
    }

    /** Whether it says of one app what was filled in for another, to which it belonged. */
    boolean isLeftAsItWas(RaiseForm form, Viewer viewer) {
        RaiseForm then = of(form.about(form.about().of(), "", CoverageForm.EMPTY), viewer);
        return then.saysWhere() && then.runsAs().equals(form.runsAs());
    }

    /** The licence is left out: the best that they have by now is taken. */
    private CoverageForm about(Claim claim) {
        Map<Long, Platform.Kind> kinds =
                platforms.all().stream().collect(Collectors.toMap(Platform::id, Platform::kind));
        Map<Platform.Kind, Claim.Runs> runs = new EnumMap<>(Platform.Kind.class);
        for (Claim.Runs one : claim.platforms()) {
            Platform.Kind kind = kinds.get(one.platform());
            if (kind != null) {
                runs.putIfAbsent(kind, one);
            }
        }
        return CoverageForm.where(
                claim.hosting(),
                runs.get(Platform.Kind.HOST),
                runs.get(Platform.Kind.DATABASE),
                runs.get(Platform.Kind.BROWSER));
    }

    /** The app of all their licences; null where they have none, or those of several apps. */
    private @Nullable Long only(Viewer viewer) {
        List<String> keys = licences.own(Licensee.of(viewer)).stream()
                .map(Licence::appKey)
                .distinct()
                .toList();
        return keys.size() == 1 ? apps.find(keys.getFirst()).map(App::id).orElse(null) : null;
    }
}
