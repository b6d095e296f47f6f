package support.demo;

import org.springframework.stereotype.Component;

/** All that the partners of the demo find in their space. */
@Component
class DemoPartnerSpace {
    private final DemoPromotions promotions;
    private final DemoTraining training;

    DemoPartnerSpace(DemoPromotions promotions, DemoTraining training) {
        this.promotions = promotions;
        this.training = training;
    }

    void add() {
        promotions.add();
        training.add();
    }
}
