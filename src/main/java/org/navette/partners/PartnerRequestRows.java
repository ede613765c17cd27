package org.navette.partners;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PartnerRequestRows extends Repository<PartnerRequest, Long> {

    Optional<PartnerRequest> findById(long id);
}
