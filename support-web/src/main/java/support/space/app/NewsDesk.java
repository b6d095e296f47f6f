package support.space.app;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Viewer;
import support.space.News;
import support.space.persistence.NewsBoard;

/** Leads write news for partners, and take it away. */
@Component
@Transactional
public class NewsDesk {
    private final NewsBoard board;
    private final Audit audit;

    NewsDesk(NewsBoard board, Audit audit) {
        this.board = board;
        this.audit = audit;
    }

    public void add(News news, Viewer by) {
        record(Deed.NEWS_WRITTEN, board.add(news), by);
    }

    /** @throws StaleNews when somebody else was faster */
    public void change(News news, Viewer by) {
        if (!board.change(news)) {
            throw new StaleNews();
        }
        record(Deed.NEWS_WRITTEN, news.id(), by);
    }

    public void remove(long news, Viewer by) {
        board.remove(news);
        record(Deed.NEWS_REMOVED, news, by);
    }

    private void record(Deed deed, long news, Viewer by) {
        audit.record(deed, by.id(), "news:" + news, Map.of());
    }
}
