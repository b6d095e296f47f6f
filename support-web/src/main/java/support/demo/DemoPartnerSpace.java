package support.demo;

import org.springframework.stereotype.Component;

/** All that the partners of the demo find in their space. */
@Component
class DemoPartnerSpace {
    private final DemoPromotions promotions;

    DemoPartnerSpace(DemoPromotions promotions) {
        this.promotions = promotions;
    }

    void add() {
        promotions.add();
    }
}
