package org.navette.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The news of organisms. */
public interface NewsInForce extends Repository<News, UUID> {

    News save(News news);

    /** The news of an organism that are in force on a day, newest first; at most 20. */
    @Query("select n from News n where n.organismCode = :organism and :day between n.startsOn and n.endsOn"
            + " order by n.startsOn desc, n.publishedAt desc limit 20")
    List<News> of(String organism, LocalDate day);
}
