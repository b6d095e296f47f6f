package support.material.app;

import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.material.Material;
import support.material.persistence.Materials;
import support.people.Viewer;

/** Where leads put what partners may read and take away. */
@Component
@Transactional
public class Shelves {
    private final Materials materials;
    private final ApplicationEventPublisher listeners;
    private final Audit audit;
    private final Clock clock;

    Shelves(Materials materials, ApplicationEventPublisher listeners, Audit audit, Clock clock) {
        this.materials = materials;
        this.listeners = listeners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param bytes of a file; null for what is none
     * @return its number
     */
    public long add(Material material, @Nullable InputStream bytes, Viewer by) {
        long id = materials.add(material, clock.instant());
        if (material.content() instanceof Material.File file && bytes != null) {
            materials.keep(id, bytes, file.size());
        }
        record(Deed.MATERIAL_ADDED, id, material, by);
        return id;
    }

    public void remove(Material material, Viewer by) {
        materials.remove(material.id());
        listeners.publishEvent(new MaterialRemoved(material.course()));
        record(Deed.MATERIAL_REMOVED, material.id(), material, by);
    }

    private void record(Deed deed, long id, Material material, Viewer by) {
        audit.record(deed, by.id(), "material:" + id, Map.of("title", material.title()));
    }
}
