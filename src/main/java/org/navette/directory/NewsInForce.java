package org.navette.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The news of organisms. */
public interface NewsInForce extends Repository<News, UUID> {

    News save(News news);

    /** The news of an organism that are in force on a day, newest first; at most 20. */
    @Query("select n from News n where n.organismCode = :organism and :day between n.startsOn and n.endsOn"
            + " and n.withdrawnAt is null"
            + " order by n.startsOn desc, n.publishedAt desc limit 20")
    List<News> of(String organism, LocalDate day);

    /** The news of an organism, in force or not, last first; at most 100. */
    @Query(
            "select n from News n where n.organismCode = :organism order by n.startsOn desc, n.publishedAt desc limit 100")
    List<News> ofOrganism(String organism);

    /** News of an organism. */
    @Query("select n from News n where n.organismCode = :organism and n.id = :id")
    Optional<News> find(String organism, UUID id);
}
