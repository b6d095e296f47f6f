package support.demo;

import org.springframework.stereotype.Component;

/** All that the partners of the demo find in their space. */
@Component
class DemoPartnerSpace {
    private final DemoPromotions promotions;
    private final DemoTraining training;
    private final DemoSpace space;

    DemoPartnerSpace(DemoPromotions promotions, DemoTraining training, DemoSpace space) {
        this.promotions = promotions;
        this.training = training;
        this.space = space;
    }

    void add() {
        promotions.add();
        training.add();
        space.add();
    }
}
